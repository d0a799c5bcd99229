<?php

namespace Integration\ErpBridge\Stock;

use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;

/** Reads stock levels of products and variants. */
final class LevelReader
{
    /** @var Database */
    private $database;

    /** @var Tables */
    private $tables;

    public function __construct(Database $database, Tables $tables)
    {
        $this->database = $database;
        $this->tables = $tables;
    }

    /** @return array[] items of the answer, by product, the product before its variants */
    public function read(LevelQuery $query): array
    {
        $items = [];
        foreach ($this->products($query) as $row) {
            if ($this->isMeant($row, $query)) {
                $items[] = self::item($row, null, (int) $row['amount'], true);
            }
        }
        foreach ($this->variants($query) as $row) {
            if ($this->isMeant($row, $query)) {
                $own = !$row['defaultAmount'];
                $items[] = self::item($row, (int) $row['id'], (int) ($own ? $row['amount'] : $row['productAmount']), $own);
            }
        }

        usort($items, function (array $a, array $b): int {
            return [$a['product'], (int) $a['variant']] <=> [$b['product'], (int) $b['variant']];
        });

        return $items;
    }

    private function products(LevelQuery $query): array
    {
        list($where, $values) = self::where($query, 'sku', 'product_id');
        return $where === ''
            ? []
            : $this->database->rows("SELECT product_id, sku, amount, inventoryEnabled FROM {$this->tables->products} WHERE $where", $values);
    }

    private function variants(LevelQuery $query): array
    {
        list($where, $values) = self::where($query, 'v.sku', 'v.product_id');
        if ($where === '' || $this->tables->variants === null) {
            return [];
        }

        return $this->database->rows(
            'SELECT v.id, v.product_id, v.sku, v.amount, v.defaultAmount, p.amount AS productAmount, p.inventoryEnabled'
            . " FROM {$this->tables->variants} v JOIN {$this->tables->products} p ON p.product_id = v.product_id WHERE $where",
            $values
        );
    }

    /** The database compares SKUs without regard to case and trailing blanks; two products may differ in just that. */
    private function isMeant(array $row, LevelQuery $query): bool
    {
        return in_array((int) $row['product_id'], $query->products, true)
            || ($row['sku'] !== null && in_array((string) $row['sku'], $query->skus, true));
    }

    private static function where(LevelQuery $query, string $sku, string $product): array
    {
        $parts = [];
        if ($query->skus !== []) {
            $parts[] = "$sku IN (" . Tables::marks($query->skus) . ')';
        }
        if ($query->products !== []) {
            $parts[] = "$product IN (" . Tables::marks($query->products) . ')';
        }

        return [implode(' OR ', $parts), array_merge($query->skus, $query->products)];
    }

    private static function item(array $row, ?int $variant, int $amount, bool $own): array
    {
        return [
            'sku' => $row['sku'] === null ? null : (string) $row['sku'],
            'product' => (int) $row['product_id'],
            'variant' => $variant,
            'amount' => $amount,
            'tracked' => (bool) $row['inventoryEnabled'],
            'own' => $own,
        ];
    }
}
