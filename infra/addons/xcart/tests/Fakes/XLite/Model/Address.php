<?php

namespace XLite\Model;

/** FAKE of an address. */
class Address extends AEntity
{
    private $profile;

    public function __construct($profile)
    {
        $this->profile = $profile;
    }

    public function getProfile()
    {
        return $this->profile;
    }
}
