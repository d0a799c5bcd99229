<?php

namespace XLite\Core;

/** FAKE of the storefront's cache. */
class WidgetCache
{
    /** @var int */
    public static $drops = 0;

    public function deleteAll()
    {
        self::$drops++;
    }
}
