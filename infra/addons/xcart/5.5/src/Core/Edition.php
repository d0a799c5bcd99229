<?php

namespace Integration\ErpBridge\Core;

/** What is X-Cart 5.5's own. */
final class Edition
{
    /** As in main.yaml. */
    public const VERSION = '5.5.0.1';

    /** What the class names of add-ons begin with. */
    public const ADD_ONS = '';

    public static function log(string $line): void
    {
        \XLite\Logger::getLogger('ErpBridge')->warning($line);
    }

    /** A plain statement changes a level unseen by X-Cart: pages with the old one must go. */
    public static function dropStockCaches(): void
    {
        \XLite\Core\Database::getRepo('XLite\Model\EntityTypeVersion')->replaceEntityTypeVersion('XLite\Model\Product', bin2hex(random_bytes(16)));
        \XCart\Container::getContainer()->get(\XLite\Core\WidgetCache::class)->deleteAll();
    }
}
