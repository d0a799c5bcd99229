<?php

namespace Integration\ErpBridge\Stock;

use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;

/** Sets stock levels, each by one statement that does nothing unless the level is what the caller last read. */
final class LevelWriter
{
    /** The level may come back to `from` between the statement and the look at it; then the statement is worth repeating. */
    private const ATTEMPTS = 3;

    /** @var Database */
    private $database;

    /** @var Tables */
    private $tables;

    /** @var callable(): int */
    private $clock;

    /** @var bool */
    private $hasSet = false;

    public function __construct(Database $database, Tables $tables, callable $clock)
    {
        $this->database = $database;
        $this->tables = $tables;
        $this->clock = $clock;
    }

    /** Whether any level was set. */
    public function hasSet(): bool
    {
        return $this->hasSet;
    }

    /**
     * @param LevelRequest[] $requests
     * @return array[] items of the answer, in the same order
     */
    public function write(array $requests): array
    {
        return array_map(function (LevelRequest $request): array {
            list($result, $actual) = $this->set($request);
            return ['product' => $request->product, 'variant' => $request->variant, 'result' => $result, 'actual' => $actual];
        }, $requests);
    }

    /** @return array{0: string, 1: int|null} */
    private function set(LevelRequest $request): array
    {
        for ($attempt = 1; ; $attempt++) {
            $row = $this->look($request);
            if ($row === null) {
                return ['unknown', null];
            }
            if (!$row['inventoryEnabled']) {
                return ['notTracked', null];
            }
            if ($row['defaultAmount']) {
                return ['productLevel', null];
            }

            $level = (int) $row['amount'];
            if ($level !== $request->from) {
                return ['conflict', $level];
            }
            if ($request->from === $request->to) {
                return ['unchanged', $level];
            }
            if ($this->compareAndSet($request)) {
                $this->hasSet = true;
                return ['set', $request->to];
            }
            if ($attempt === self::ATTEMPTS) {
                return ['conflict', $level];
            }
        }
    }

    private function look(LevelRequest $request): ?array
    {
        if ($request->variant === null) {
            $rows = $this->database->rows(
                "SELECT amount, inventoryEnabled, 0 AS defaultAmount FROM {$this->tables->products} WHERE product_id = ?",
                [$request->product]
            );
            return $rows[0] ?? null;
        }
        if ($this->tables->variants === null) {
            return null;
        }

        $rows = $this->database->rows(
            "SELECT v.amount, p.inventoryEnabled, v.defaultAmount FROM {$this->tables->variants} v"
            . " JOIN {$this->tables->products} p ON p.product_id = v.product_id WHERE v.id = ? AND v.product_id = ?",
            [$request->variant, $request->product]
        );

        return $rows[0] ?? null;
    }

    private function compareAndSet(LevelRequest $request): bool
    {
        // A statement about the variant alone: touching the product's row too could deadlock with a checkout.
        $changed = $request->variant === null
            ? $this->database->change(
                "UPDATE {$this->tables->products} SET amount = ?, updateDate = ? WHERE product_id = ? AND inventoryEnabled = 1 AND amount = ?",
                [$request->to, ($this->clock)(), $request->product, $request->from]
            )
            : $this->database->change(
                "UPDATE {$this->tables->variants} SET amount = ? WHERE id = ? AND product_id = ? AND defaultAmount = 0 AND amount = ?",
                [$request->to, $request->variant, $request->product, $request->from]
            );

        return $changed > 0;
    }
}
