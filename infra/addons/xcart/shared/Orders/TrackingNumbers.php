<?php

namespace Integration\ErpBridge\Orders;

use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;

/** Adds tracking numbers to orders, each once. */
final class TrackingNumbers
{
    /** @var Database */
    private $database;

    /** @var Tables */
    private $tables;

    /** @var callable(): int */
    private $clock;

    public function __construct(Database $database, Tables $tables, callable $clock)
    {
        $this->database = $database;
        $this->tables = $tables;
        $this->clock = $clock;
    }

    /** False when the order shows the number already. */
    public function add(int $order, string $number): bool
    {
        return $this->database->transact(function () use ($order, $number): bool {
            OrderRow::lock($this->database, $this->tables, $order);
            $rows = $this->database->rows("SELECT value FROM {$this->tables->trackingNumbers} WHERE order_id = ?", [$order]);
            if (in_array($number, array_column($rows, 'value'), true)) {
                return false;
            }

            $this->database->change(
                "INSERT INTO {$this->tables->trackingNumbers} (value, creationDate, order_id) VALUES (?, ?, ?)",
                [$number, ($this->clock)(), $order]
            );

            return true;
        });
    }
}
