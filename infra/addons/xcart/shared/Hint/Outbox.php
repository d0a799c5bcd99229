<?php

namespace Integration\ErpBridge\Hint;

use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;

/**
 * The table of hints. Rows are added inside the shop's own transactions; senders claim them by id, so that no lock of a
 * sender lies where a checkout inserts.
 */
final class Outbox
{
    public const WAITING = 'N';
    public const DELIVERED = 'D';
    public const FAILED = 'F';

    private const KEEP_DELIVERED = 7 * 24 * 3600;
    private const KEEP_FAILED = 30 * 24 * 3600;
    private const MOST_REMOVED = 200;

    /** @var Database */
    private $database;

    /** @var string */
    private $table;

    public function __construct(Database $database, Tables $tables)
    {
        $this->database = $database;
        $this->table = $tables->outbox;
    }

    public function add(Hint $hint, int $now): void
    {
        $this->database->change(
            "INSERT INTO {$this->table} (messageId, type, entityId, body, createdAt, dueAt, doneAt, state, attempts, lastStatus, lastProblem, claim, claimedUntil)"
            . " VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0, 0, '', '', 0)",
            [$hint->messageId, $hint->type, $hint->entityId, $hint->body, $now, $now, self::WAITING]
        );
    }

    /**
     * Takes due hints for one sender, oldest first.
     *
     * @param int $until when others may take them again, should this sender vanish
     * @return array[] rows with id, messageId, body, createdAt, attempts, claim
     */
    public function claim(int $most, int $now, int $until): array
    {
        $due = array_column($this->database->rows(
            "SELECT id FROM {$this->table} WHERE state = ? AND dueAt <= ? AND claimedUntil < ? ORDER BY id LIMIT " . $most,
            [self::WAITING, $now, $now]
        ), 'id');
        if ($due === []) {
            return [];
        }

        // Row by row: for a list of ids MariaDB may walk the whole table, and lock the place where the shop inserts.
        $claim = bin2hex(random_bytes(16));
        foreach ($due as $id) {
            $this->database->change(
                "UPDATE {$this->table} SET claim = ?, claimedUntil = ? WHERE id = ? AND state = ? AND claimedUntil < ?",
                [$claim, $until, $id, self::WAITING, $now]
            );
        }

        return $this->database->rows(
            "SELECT id, messageId, body, createdAt, attempts, claim FROM {$this->table} WHERE id IN (" . Tables::marks($due) . ') AND claim = ? ORDER BY id',
            array_merge($due, [$claim])
        );
    }

    public function delivered(array $row, int $status, int $now): void
    {
        $this->finish($row, self::DELIVERED, $status, '', 0, $now);
    }

    /** @param int|null $dueAt when it is tried again; null: never */
    public function missed(array $row, Reply $reply, ?int $dueAt, int $now): void
    {
        $this->finish($row, $dueAt === null ? self::FAILED : self::WAITING, $reply->status, $reply->inWords(), (int) $dueAt, $now);
    }

    /** Gives back what was claimed and not tried. */
    public function release(array $rows): void
    {
        foreach ($rows as $row) {
            $this->database->change("UPDATE {$this->table} SET claim = '', claimedUntil = 0 WHERE id = ? AND claim = ?", [$row['id'], $row['claim']]);
        }
    }

    /**
     * Puts failed hints back: they have their full time again.
     *
     * @param int[] $ids empty: all
     */
    public function again(array $ids, int $now): int
    {
        if ($ids === []) {
            $ids = array_column($this->database->rows("SELECT id FROM {$this->table} WHERE state = ?", [self::FAILED]), 'id');
        }

        $done = 0;
        foreach ($ids as $id) {
            $done += $this->database->change(
                "UPDATE {$this->table} SET state = ?, attempts = 0, createdAt = ?, dueAt = ? WHERE id = ? AND state = ?",
                [self::WAITING, $now, $now, $id, self::FAILED]
            );
        }

        return $done;
    }

    /**
     * The newest hints of a state.
     *
     * @return array[]
     */
    public function newest(string $state, int $most): array
    {
        return $this->database->rows(
            "SELECT id, type, entityId, createdAt, dueAt, doneAt, attempts, lastStatus, lastProblem FROM {$this->table} WHERE state = ? ORDER BY id DESC LIMIT " . $most,
            [$state]
        );
    }

    /** @return array<string, int> state => how many */
    public function counts(): array
    {
        $counts = [self::WAITING => 0, self::DELIVERED => 0, self::FAILED => 0];
        foreach ($this->database->rows("SELECT state, COUNT(*) AS many FROM {$this->table} GROUP BY state") as $row) {
            $counts[$row['state']] = (int) $row['many'];
        }

        return $counts;
    }

    /** Removes old rows, some at a time. */
    public function prune(int $now): int
    {
        $old = array_column($this->database->rows(
            "SELECT id FROM {$this->table} WHERE (state = ? AND doneAt < ?) OR (state = ? AND doneAt < ?) LIMIT " . self::MOST_REMOVED,
            [self::DELIVERED, $now - self::KEEP_DELIVERED, self::FAILED, $now - self::KEEP_FAILED]
        ), 'id');

        $removed = 0;
        foreach ($old as $id) {
            $removed += $this->database->change("DELETE FROM {$this->table} WHERE id = ?", [$id]);
        }

        return $removed;
    }

    private function finish(array $row, string $state, int $status, string $problem, int $dueAt, int $now): void
    {
        $this->database->change(
            "UPDATE {$this->table} SET state = ?, attempts = attempts + 1, lastStatus = ?, lastProblem = ?, dueAt = ?, doneAt = ?, claim = '', claimedUntil = 0"
            . ' WHERE id = ? AND claim = ?',
            [$state, $status, substr($problem, 0, 255), $dueAt, $state === self::WAITING ? 0 : $now, $row['id'], $row['claim']]
        );
    }
}
