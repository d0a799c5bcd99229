<?php

namespace XLite\View\Menu\Admin;

/** FAKE of the admin menu. */
class LeftMenu
{
    public const ITEM_CHILDREN = 'children';
    public const ITEM_TITLE = 'title';
    public const ITEM_TARGET = 'linkTarget';
    public const ITEM_WEIGHT = 'weight';

    /** @var array */
    public static $items = ['store_setup' => ['children' => []]];

    protected function defineItems()
    {
        return self::$items;
    }

    public static function t($label)
    {
        return $label;
    }
}
