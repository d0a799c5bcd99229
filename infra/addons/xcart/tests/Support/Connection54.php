<?php

namespace Integration\ErpBridge\Tests\Support;

/** FAKE: Debian's DBAL 3 with the two methods of DBAL 2.10 that X-Cart 5.4 has instead of the newer ones. */
final class Connection54 extends \Doctrine\DBAL\Connection
{
    public function fetchAll(string $sql, array $parameters = []): array
    {
        return $this->fetchAllAssociative($sql, $parameters);
    }

    public function executeUpdate(string $sql, array $parameters = [], array $types = []): int
    {
        return (int) $this->executeStatement($sql, $parameters, $types);
    }
}
