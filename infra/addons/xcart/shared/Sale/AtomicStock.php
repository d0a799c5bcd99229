<?php

namespace Integration\ErpBridge\Sale;

use Integration\ErpBridge\Database\Database;

/**
 * Makes the shop's own stock changes exact: the difference is applied to the locked row inside the shop's flush, instead of
 * writing a level computed from an old reading over whatever stands there.
 */
final class AtomicStock
{
    /** @var Database */
    private $database;

    /** @var callable(): bool */
    private $isOn;

    /** @var \SplObjectStorage entity => PendingChange */
    private $pending;

    /** @param callable $isOn whether the setting is on */
    public function __construct(Database $database, callable $isOn)
    {
        $this->database = $database;
        $this->isOn = $isOn;
        $this->pending = new \SplObjectStorage();
    }

    /**
     * To be told after the shop changed a level in memory by a difference.
     *
     * @param object $entity the product or variant
     */
    public function changed($entity, StockRow $row, int $before, int $after, int $asked): void
    {
        if ($row->id <= 0 || !($this->isOn)()) {
            return;
        }

        $earlier = $this->pending->contains($entity) ? $this->pending[$entity] : null;
        if ($earlier === null && $before === $after) {
            $this->takeFromUnseenStock($row, $before, $asked);
            return;
        }

        $this->pending[$entity] = PendingChange::note($earlier, $before, $after, $asked);
    }

    /**
     * To be asked when the shop is about to write a level, inside its transaction. Locks the row.
     *
     * @param object $entity the product or variant
     * @param int $loaded the level that the shop had read
     * @return int|null the level to write instead; null when the shop's own is right
     */
    public function settle($entity, StockRow $row, int $loaded, int $inMemory): ?int
    {
        if (!$this->pending->contains($entity)) {
            return null;
        }

        $change = $this->pending[$entity];
        $this->pending->detach($entity);
        if (!$this->database->inTransaction()) {
            return null;
        }

        $rows = $this->database->rows("SELECT amount FROM {$row->table} WHERE {$row->idColumn} = ? FOR UPDATE", [$row->id]);

        return $rows === [] ? null : $change->level($loaded, $inMemory, (int) $rows[0]['amount']);
    }

    /** The shop read zero and sells on: it will write nothing, though the level may have risen since. */
    private function takeFromUnseenStock(StockRow $row, int $before, int $asked): void
    {
        if ($before === 0 && $asked < 0) {
            $this->database->change(
                "UPDATE {$row->table} SET amount = GREATEST(0, CAST(amount AS SIGNED) + ?) WHERE {$row->idColumn} = ? AND amount > 0",
                [$asked, $row->id]
            );
        }
    }
}
