<?php

namespace XLite\Module\QSL\Returns\Model;

/** FAKE of a return. */
class OrderReturn extends \XLite\Model\AEntity
{
    private $id;

    public function __construct($id)
    {
        $this->id = $id;
    }

    public function getId()
    {
        return $this->id;
    }
}
