<?php

namespace Integration\ErpBridge\View\Menu\Admin;

use XCart\Extender\Mapping\Extender;

/**
 * Puts the page with the deliveries into the menu.
 *
 * @Extender\Mixin
 */
abstract class LeftMenu extends \XLite\View\Menu\Admin\LeftMenu
{
    protected function defineItems()
    {
        $items = parent::defineItems();
        if (isset($items['store_setup'][static::ITEM_CHILDREN])) {
            $items['store_setup'][static::ITEM_CHILDREN]['erp_bridge_hints'] = [
                static::ITEM_TITLE => static::t('ErpBridge: Hints to the gateway'),
                static::ITEM_TARGET => 'erp_bridge_hints',
                static::ITEM_WEIGHT => 2100,
            ];
        }

        return $items;
    }
}
