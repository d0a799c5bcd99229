<?php

namespace XLite\Model;

/** FAKE of a row that belongs to an order. */
class OrderTrackingNumber extends \XLite\Model\AEntity
{
    private $order;

    public function __construct($order)
    {
        $this->order = $order;
    }

    public function getOrder()
    {
        return $this->order;
    }
}
