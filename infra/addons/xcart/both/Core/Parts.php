<?php

namespace Integration\ErpBridge\Core;

use Integration\ErpBridge\Call\Calls;
use Integration\ErpBridge\Changes\EntityChanges;
use Integration\ErpBridge\Changes\Watched;
use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;
use Integration\ErpBridge\Hint\AfterResponse;
use Integration\ErpBridge\Hint\CurlPost;
use Integration\ErpBridge\Hint\HintSettings;
use Integration\ErpBridge\Hint\Outbox;
use Integration\ErpBridge\Hint\Recorder;
use Integration\ErpBridge\Hint\Reply;
use Integration\ErpBridge\Hint\Sender;
use Integration\ErpBridge\Sale\AtomicStock;
use Integration\ErpBridge\Sale\StockRow;

/** Puts the add-on together. One set per request, because the recorder remembers what was said. */
final class Parts
{
    private const AFTER_RESPONSE_HINTS = 10;
    private const AFTER_RESPONSE_SECONDS = 2;
    private const TASK_HINTS = 1000;
    private const TASK_SECONDS = 20;
    private const REQUEST_SECONDS = 5;

    /** @var EntityChanges|null */
    private static $changes;

    /** @var AtomicStock|null */
    private static $atomicStock;

    /** @var AfterResponse|null */
    private static $afterResponse;

    /** @var Tables|null */
    private static $tables;

    public static function database(): Database
    {
        return new Dbal();
    }

    public static function tables(): Tables
    {
        if (self::$tables === null) {
            $products = \XLite\Core\Database::getEM()->getClassMetadata('XLite\Model\Product')->getTableName();
            self::$tables = new Tables(substr($products, 0, -strlen('products')), class_exists(self::watched()->variant));
        }

        return self::$tables;
    }

    public static function watched(): Watched
    {
        return new Watched(Edition::ADD_ONS);
    }

    public static function outbox(): Outbox
    {
        return new Outbox(self::database(), self::tables());
    }

    public static function sender(): Sender
    {
        return new Sender(self::outbox(), new CurlPost(), 'time', Calls::ADD_ON . '/' . Edition::VERSION);
    }

    public static function calls(): Calls
    {
        return new Calls(self::database(), self::tables(), new ThisShop(), 'time');
    }

    public static function changes(): EntityChanges
    {
        if (self::$changes === null) {
            $recorder = new Recorder([Options::class, 'hints'], self::outbox(), 'time', [Edition::class, 'log'], function (HintSettings $settings) {
                if ($settings->afterResponse) {
                    self::afterResponse()->arm();
                }
            });
            self::$changes = new EntityChanges($recorder, self::watched());
        }

        return self::$changes;
    }

    public static function atomicStock(): AtomicStock
    {
        if (self::$atomicStock === null) {
            self::$atomicStock = new AtomicStock(self::database(), function (): bool {
                return Options::isOn('atomic_stock');
            });
        }

        return self::$atomicStock;
    }

    /** Where a product's or variant's level stands; null for anything else. */
    public static function stockRow($entity): ?StockRow
    {
        if (is_a($entity, Watched::PRODUCT)) {
            return new StockRow(self::tables()->products, 'product_id', (int) $entity->getProductId());
        }
        if (is_a($entity, self::watched()->variant) && self::tables()->variants !== null) {
            return new StockRow(self::tables()->variants, 'id', (int) $entity->getId());
        }

        return null;
    }

    /** Sends what is due, for the scheduler. Throws nothing: one task that throws ends the shop's whole run. */
    public static function runTask(): string
    {
        try {
            $settings = Options::hints();
            self::outbox()->prune(time());

            return $settings->problem()
                ?? self::sender()->run($settings, self::TASK_HINTS, self::TASK_SECONDS, self::REQUEST_SECONDS)->inWords();
        } catch (\Throwable $failure) {
            Edition::log('Hints could not be sent: ' . get_class($failure) . ' ' . $failure->getCode());

            return 'failed, see the log ErpBridge';
        }
    }

    /** Sends a test hint and says what came of it. */
    public static function test(HintSettings $settings): Reply
    {
        return self::sender()->test($settings, self::REQUEST_SECONDS);
    }

    /** Forgets everything, as a new request does. */
    public static function reset(): void
    {
        self::$changes = self::$atomicStock = self::$afterResponse = self::$tables = null;
    }

    private static function afterResponse(): AfterResponse
    {
        if (self::$afterResponse === null) {
            self::$afterResponse = new AfterResponse([self::class, 'sendAfterResponse']);
        }

        return self::$afterResponse;
    }

    /** @internal */
    public static function sendAfterResponse(): void
    {
        try {
            // An open transaction at the end of a request is one that failed: nothing in it is true.
            if (!self::database()->inTransaction()) {
                self::sender()->run(Options::hints(), self::AFTER_RESPONSE_HINTS, self::AFTER_RESPONSE_SECONDS, self::AFTER_RESPONSE_SECONDS);
            }
        } catch (\Throwable $failure) {
            Edition::log('Hints could not be sent after the response: ' . get_class($failure) . ' ' . $failure->getCode());
        }
    }
}
