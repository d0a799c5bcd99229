<?php

namespace Integration\ErpBridge\Database;

/** The full names of the shop's tables, with the shop's prefix. */
final class Tables
{
    /** @var string */
    public $outbox;

    /** @var string */
    public $products;

    /** @var string|null null without the add-on XC\ProductVariants */
    public $variants;

    /** @var string */
    public $orders;

    /** @var string */
    public $trackingNumbers;

    public function __construct(string $prefix, bool $hasVariants)
    {
        $this->outbox = $prefix . 'erp_bridge_outbox';
        $this->products = $prefix . 'products';
        $this->variants = $hasVariants ? $prefix . 'product_variants' : null;
        $this->orders = $prefix . 'orders';
        $this->trackingNumbers = $prefix . 'order_tracking_number';
    }

    /** Placeholders for as many values: `?,?,?`. */
    public static function marks(array $values): string
    {
        return implode(',', array_fill(0, count($values), '?'));
    }
}
