<?php

namespace XLite\Model;

/** FAKE of an order status. */
class Status
{
    /** @var string */
    private $code;

    public function __construct($code)
    {
        $this->code = $code;
    }

    public function getCode()
    {
        return $this->code;
    }
}
