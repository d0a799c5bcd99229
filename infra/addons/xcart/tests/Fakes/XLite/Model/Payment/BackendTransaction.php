<?php

namespace XLite\Model\Payment;

/** FAKE of a step of a payment. */
class BackendTransaction extends \XLite\Model\AEntity
{
    private $transaction;

    public function __construct($transaction)
    {
        $this->transaction = $transaction;
    }

    public function getPaymentTransaction()
    {
        return $this->transaction;
    }
}
