<?php

namespace Integration\ErpBridge\Core;

use Integration\ErpBridge\Call\Shop;

/** This X-Cart. */
final class ThisShop implements Shop
{
    public function addOnVersion(): string
    {
        return Edition::VERSION;
    }

    public function storeVersion(): string
    {
        return (string) \XLite::getInstance()->getVersion();
    }

    public function isStockAtomic(): bool
    {
        return Options::isOn('atomic_stock');
    }

    public function stockWasSet(): void
    {
        Edition::dropStockCaches();
    }

    public function trackingWasAdded(int $order, string $number): void
    {
        \XLite\Core\OrderHistory::getInstance()->registerTrackingInfoUpdate($order, [$number], [], []);
    }

    public function log(string $line): void
    {
        Edition::log($line);
    }
}
