<?php

namespace XLite;

/** FAKE of X-Cart's log, in both editions' ways of calling it. */
class Logger
{
    /** @var string[] */
    public static $lines = [];

    public static function logCustom($name, $text)
    {
        self::$lines[] = "$name: $text";
    }

    public static function getLogger($name)
    {
        return new self();
    }

    public function warning($text)
    {
        self::$lines[] = "ErpBridge: $text";
    }
}
