<?php

namespace XLite\Core;

/** FAKE of the messages at the top of admin pages. */
class TopMessage
{
    /** @var string[] */
    public static $messages = [];

    public static function addInfo($text)
    {
        self::$messages[] = "info: $text";
    }

    public static function addError($text)
    {
        self::$messages[] = "error: $text";
    }
}
