<?php

namespace XLite\Module\Integration\ErpBridge\Core;

/** What is X-Cart 5.4's own. */
final class Edition
{
    /** As in main.yaml. */
    public const VERSION = '5.4.1.0';

    /** What the class names of add-ons begin with. */
    public const ADD_ONS = 'XLite\\Module\\';

    /** Writes to var/log/…/ErpBridge.log.….php. */
    public static function log(string $line): void
    {
        \XLite\Logger::logCustom('ErpBridge', $line);
    }

    /** A plain statement changes a level unseen by X-Cart: pages with the old one must go. */
    public static function dropStockCaches(): void
    {
        \XLite\Core\Database::getRepo('XLite\Model\EntityTypeVersion')->bumpEntityTypeVersion('XLite\Model\Product');
        \XLite::getController()->getContainer()->get('widget_cache_manager')->deleteAll();
    }
}
