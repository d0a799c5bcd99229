<?php

namespace Integration\ErpBridge\Sale;

/** Where a stock level stands. */
final class StockRow
{
    /** @var string */
    public $table;

    /** @var string */
    public $idColumn;

    /** @var int */
    public $id;

    public function __construct(string $table, string $idColumn, int $id)
    {
        $this->table = $table;
        $this->idColumn = $idColumn;
        $this->id = $id;
    }
}
