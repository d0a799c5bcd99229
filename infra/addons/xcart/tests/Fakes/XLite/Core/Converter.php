<?php

namespace XLite\Core;

/** FAKE of X-Cart's formats. */
class Converter
{
    public static function formatTime($time)
    {
        return gmdate('M j, Y, H:i', $time);
    }
}
