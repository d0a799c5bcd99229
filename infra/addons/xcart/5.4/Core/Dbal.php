<?php

namespace XLite\Module\Integration\ErpBridge\Core;

use XLite\Module\Integration\ErpBridge\Database\Database;

/** The shop's connection (Doctrine DBAL 2.10). */
final class Dbal implements Database
{
    public function rows(string $sql, array $parameters = []): array
    {
        return $this->connection()->fetchAll($sql, $parameters);
    }

    public function change(string $sql, array $parameters = []): int
    {
        return (int) $this->connection()->executeUpdate($sql, $parameters);
    }

    public function transact(callable $work)
    {
        return $this->connection()->transactional(function () use ($work) {
            return $work();
        });
    }

    public function inTransaction(): bool
    {
        return $this->connection()->isTransactionActive();
    }

    /** Asked for each time: X-Cart replaces its entity manager after errors. */
    private function connection()
    {
        return \XLite\Core\Database::getEM()->getConnection();
    }
}
