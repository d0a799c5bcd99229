<?php

namespace XLite\View;

/** FAKE of X-Cart's widgets. */
abstract class AView
{
    public static function getAllowedTargets()
    {
        return [];
    }

    public function call($method)
    {
        return $this->$method();
    }
}
