<?php

/** FAKE of X-Cart's application. */
class XLite
{
    /** @var string */
    public static $version = '5.4.1.5';

    public static function getInstance()
    {
        return new self();
    }

    public function getVersion()
    {
        return self::$version;
    }
}
