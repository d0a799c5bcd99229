<?php

namespace XLite\Core;

/** FAKE of X-Cart's settings: author => add-on => name => value. */
class Config
{
    /** @var array */
    public static $values = [];

    public static function getInstance()
    {
        return new Cell(self::$values);
    }
}
