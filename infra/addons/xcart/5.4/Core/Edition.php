<?php

namespace XLite\Module\Integration\ErpBridge\Core;

/** What is X-Cart 5.4's own. */
final class Edition
{
    /** As in main.yaml. */
    public const VERSION = '5.4.1.0';

    /** What the class names of add-ons begin with. */
    public const ADD_ONS = 'XLite\\Module\\';

    /** @var bool */
    private static $hasStaleWidgets = false;

    /** Writes to var/log/…/ErpBridge.log.….php. */
    public static function log(string $line): void
    {
        \XLite\Logger::logCustom('ErpBridge', $line);
    }

    /** A plain statement changes a level unseen by X-Cart: parts of pages with the old one must go. */
    public static function dropStockCaches(): void
    {
        self::$hasStaleWidgets = true;
        \XLite\Core\Database::getRepo('XLite\Model\EntityTypeVersion')->bumpEntityTypeVersion('XLite\Model\Product');
    }

    /** Whether the controller, which alone has X-Cart's container, must drop them too. */
    public static function hasStaleWidgets(): bool
    {
        return self::$hasStaleWidgets;
    }
}
