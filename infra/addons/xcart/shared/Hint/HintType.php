<?php

namespace Integration\ErpBridge\Hint;

/** What a hint can say. Each but the test can be switched off in the settings. */
final class HintType
{
    public const ORDER_PLACED = 'order.placed';
    public const ORDER_PAID = 'order.paid';
    public const ORDER_CHANGED = 'order.changed';
    public const ORDER_CANCELLED = 'order.cancelled';
    public const CUSTOMER_REGISTERED = 'customer.registered';
    public const CUSTOMER_CHANGED = 'customer.changed';
    public const PRODUCT_CHANGED = 'product.changed';
    public const RETURN_CHANGED = 'return.changed';
    public const TEST = 'test';

    /** @return string[] */
    public static function switchable(): array
    {
        return [
            self::ORDER_PLACED,
            self::ORDER_PAID,
            self::ORDER_CHANGED,
            self::ORDER_CANCELLED,
            self::CUSTOMER_REGISTERED,
            self::CUSTOMER_CHANGED,
            self::PRODUCT_CHANGED,
            self::RETURN_CHANGED,
        ];
    }

    /** The setting that switches a type on: `order.placed` => `hint_order_placed`. */
    public static function setting(string $type): string
    {
        return 'hint_' . str_replace('.', '_', $type);
    }

    /** `order.placed` => `order`. */
    public static function entity(string $type): string
    {
        return explode('.', $type)[0];
    }
}
