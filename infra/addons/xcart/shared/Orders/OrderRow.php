<?php

namespace Integration\ErpBridge\Orders;

use Integration\ErpBridge\Call\Refused;
use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;

/** Locks an order's row, so that two calls for one order follow each other. */
final class OrderRow
{
    /** Returns the row's `adminNotes`. Carts stand in the same table and are no orders. Only inside a transaction. */
    public static function lock(Database $database, Tables $tables, int $order): array
    {
        $rows = $database->rows("SELECT adminNotes FROM {$tables->orders} WHERE order_id = ? AND is_order = 1 FOR UPDATE", [$order]);
        if ($rows === []) {
            throw new Refused(404, 'order', "There is no order $order.");
        }

        return $rows[0];
    }
}
