<?php

namespace Integration\ErpBridge\Tests\Support;

use Integration\ErpBridge\Database\Database;

/** The add-on's database on plain PDO, for tests of the shared code. */
final class PdoDatabase implements Database
{
    /** @var \PDO */
    private $pdo;

    public function __construct(\PDO $pdo)
    {
        $this->pdo = $pdo;
    }

    public function rows(string $sql, array $parameters = []): array
    {
        $statement = $this->pdo->prepare($sql);
        $statement->execute($parameters);

        return $statement->fetchAll(\PDO::FETCH_ASSOC);
    }

    public function change(string $sql, array $parameters = []): int
    {
        $statement = $this->pdo->prepare($sql);
        $statement->execute($parameters);

        return $statement->rowCount();
    }

    public function transact(callable $work)
    {
        $this->pdo->beginTransaction();
        try {
            $result = $work();
            $this->pdo->commit();

            return $result;
        } catch (\Throwable $failure) {
            $this->pdo->rollBack();
            throw $failure;
        }
    }

    public function inTransaction(): bool
    {
        return $this->pdo->inTransaction();
    }
}
