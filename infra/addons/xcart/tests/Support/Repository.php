<?php

namespace Integration\ErpBridge\Tests\Support;

/** FAKE of X-Cart's repositories: a list of rows. */
final class Repository
{
    /** @var object[] with public properties or getters named like the criteria */
    public $rows;

    /** @var array[] what createOption() was given, and other calls */
    public $calls = [];

    public function __construct(object ...$rows)
    {
        $this->rows = $rows;
    }

    public function findBy(array $criteria): array
    {
        return array_values(array_filter($this->rows, function (object $row) use ($criteria): bool {
            foreach ($criteria as $name => $value) {
                if ($row->$name !== $value) {
                    return false;
                }
            }

            return true;
        }));
    }

    public function findOneBy(array $criteria): ?object
    {
        return $this->findBy($criteria)[0] ?? null;
    }

    public function createOption(array $option): void
    {
        $this->calls[] = ['createOption', [$option]];
    }

    public function createQueryBuilder($alias): self
    {
        return $this;
    }

    public function getResult(): array
    {
        return $this->rows;
    }

    public function __call($name, $arguments)
    {
        $this->calls[] = [$name, $arguments];

        return $this;
    }
}
