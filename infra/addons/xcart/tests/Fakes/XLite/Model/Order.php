<?php

namespace XLite\Model;

/** FAKE of an order. */
class Order extends AEntity
{
    public $id;
    public $paymentStatus;
    public $succeeded = 0;

    public function __construct($id = null, $paymentCode = 'Q')
    {
        $this->id = $id;
        $this->paymentStatus = new Status($paymentCode);
    }

    public function getOrderId()
    {
        return $this->id;
    }

    public function getPaymentStatus()
    {
        return $this->paymentStatus;
    }

    public function processSucceed()
    {
        $this->succeeded++;
    }
}
