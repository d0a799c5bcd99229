<?php

namespace XLite\Model;

/** FAKE of a product's texts. */
class ProductTranslation extends AEntity
{
    private $owner;

    public function __construct($owner)
    {
        $this->owner = $owner;
    }

    public function getOwner()
    {
        return $this->owner;
    }
}
