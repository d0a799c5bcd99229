<?php

namespace XLite\Model;

/** FAKE of one value of an address. */
class AddressFieldValue extends AEntity
{
    private $address;

    public function __construct($address)
    {
        $this->address = $address;
    }

    public function getAddress()
    {
        return $this->address;
    }
}
