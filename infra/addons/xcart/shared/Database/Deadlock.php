<?php

namespace Integration\ErpBridge\Database;

/** Tells the one database error that must not be caught. */
final class Deadlock
{
    private const MYSQL_DEADLOCK = 1213;

    /** After a deadlock MySQL has rolled the whole transaction back: going on would lose the shop's own work. */
    public static function caused(\Throwable $failure): bool
    {
        for ($one = $failure; $one !== null; $one = $one->getPrevious()) {
            if ((int) $one->getCode() === self::MYSQL_DEADLOCK) {
                return true;
            }
            if ($one instanceof \PDOException && isset($one->errorInfo[1]) && (int) $one->errorInfo[1] === self::MYSQL_DEADLOCK) {
                return true;
            }
        }

        return false;
    }
}
