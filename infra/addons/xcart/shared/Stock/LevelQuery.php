<?php

namespace Integration\ErpBridge\Stock;

use Integration\ErpBridge\Call\Json;
use Integration\ErpBridge\Call\Refused;

/** Whose stock levels are asked for. */
final class LevelQuery
{
    private const MOST = 100;

    /** @var string[] */
    public $skus;

    /** @var int[] */
    public $products;

    private function __construct(array $skus, array $products)
    {
        $this->skus = $skus;
        $this->products = $products;
    }

    /** @param array $query the parsed query string */
    public static function read(array $query): self
    {
        $skus = [];
        foreach (self::values($query, 'skus') as $place => $sku) {
            if (!is_string($sku) || $sku === '' || preg_match('//u', $sku) !== 1) {
                throw new Refused(400, "skus[$place]", "'skus' must hold SKUs.");
            }
            $skus[] = $sku;
        }

        $products = [];
        foreach (self::values($query, 'products') as $place => $id) {
            $products[] = Json::idText($id, "products[$place]");
        }

        if (count($skus) + count($products) > self::MOST) {
            throw new Refused(400, null, "'skus' and 'products' may hold " . self::MOST . ' values together.');
        }

        return new self(array_values(array_unique($skus)), array_values(array_unique($products)));
    }

    private static function values(array $query, string $name): array
    {
        $values = $query[$name] ?? [];
        if (!is_array($values)) {
            throw new Refused(400, $name, "'$name' must be given as '{$name}[]'.");
        }

        return array_values($values);
    }
}
