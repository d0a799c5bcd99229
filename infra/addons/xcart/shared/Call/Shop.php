<?php

namespace Integration\ErpBridge\Call;

/** What the calls need from the shop besides its database. */
interface Shop
{
    /** The add-on's own version, like `5.4.1.0`. */
    public function addOnVersion(): string;

    /** X-Cart's version, like `5.4.1.5`. */
    public function storeVersion(): string;

    /** Whether the shop's own stock changes cannot be torn apart (the add-on's setting). */
    public function isStockAtomic(): bool;

    /** Makes the storefront show new stock levels. Called once per call that set any. */
    public function stockWasSet(): void;

    /** Writes the order's history, as X-Cart does when staff add a number. */
    public function trackingWasAdded(int $order, string $number): void;

    /** Writes one line, without personal data, to the shop's log. */
    public function log(string $line): void;
}
