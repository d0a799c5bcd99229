<?php

namespace XLite\Core;

/** FAKE of the order history. */
class OrderHistory
{
    /** @var array[] */
    public static $tracking = [];

    public static function getInstance()
    {
        return new self();
    }

    public function registerTrackingInfoUpdate($orderId, $added, $removed, $changed)
    {
        self::$tracking[] = [$orderId, $added, $removed, $changed];
    }
}
