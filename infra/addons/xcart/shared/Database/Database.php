<?php

namespace Integration\ErpBridge\Database;

/** The shop's database as far as the add-on needs it. Statements use `?`. */
interface Database
{
    /**
     * The rows of a query, each as column => value.
     *
     * @return array[]
     */
    public function rows(string $sql, array $parameters = []): array;

    /** Runs a statement. Returns how many rows it changed (not how many it found). */
    public function change(string $sql, array $parameters = []): int;

    /**
     * Runs the work in a transaction, or inside the one that is open.
     *
     * @return mixed what the work returns
     */
    public function transact(callable $work);

    /** Whether a transaction is open on this connection. */
    public function inTransaction(): bool;
}
