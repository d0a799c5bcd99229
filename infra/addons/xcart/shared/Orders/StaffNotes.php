<?php

namespace Integration\ErpBridge\Orders;

use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;

/** Puts lines below the staff notes of orders, each once. */
final class StaffNotes
{
    /** @var Database */
    private $database;

    /** @var Tables */
    private $tables;

    public function __construct(Database $database, Tables $tables)
    {
        $this->database = $database;
        $this->tables = $tables;
    }

    /** False when a line of the notes is that already. */
    public function add(int $order, string $line): bool
    {
        return $this->database->transact(function () use ($order, $line): bool {
            $notes = (string) OrderRow::lock($this->database, $this->tables, $order)['adminNotes'];
            if (in_array($line, preg_split('/\r\n|\r|\n/', $notes), true)) {
                return false;
            }

            $gap = $notes === '' || in_array(substr($notes, -1), ["\n", "\r"], true) ? '' : "\n";
            $this->database->change("UPDATE {$this->tables->orders} SET adminNotes = ? WHERE order_id = ?", [$notes . $gap . $line, $order]);

            return true;
        });
    }
}
