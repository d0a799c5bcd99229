<?php

namespace XLite\Core;

/** FAKE of X-Cart's request. */
class Request
{
    /** @var array */
    public static $values = [];

    public static function getInstance()
    {
        return new Cell(self::$values);
    }
}
