<?php

namespace Integration\ErpBridge\Core;

use Doctrine\DBAL\Connection;
use Integration\ErpBridge\Database\Database;

/** The shop's connection (Doctrine DBAL 3). */
final class Dbal implements Database
{
    public function rows(string $sql, array $parameters = []): array
    {
        return $this->connection()->fetchAllAssociative($sql, $parameters);
    }

    public function change(string $sql, array $parameters = []): int
    {
        return (int) $this->connection()->executeStatement($sql, $parameters);
    }

    public function transact(callable $work)
    {
        return $this->connection()->transactional(fn () => $work());
    }

    public function inTransaction(): bool
    {
        return $this->connection()->isTransactionActive();
    }

    /** Asked for each time: X-Cart replaces its entity manager after errors. */
    private function connection(): Connection
    {
        return \XLite\Core\Database::getEM()->getConnection();
    }
}
