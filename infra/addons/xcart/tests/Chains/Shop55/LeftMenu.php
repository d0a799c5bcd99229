<?php

namespace Integration\ErpBridge\Tests\Chains\Shop55;

/** FAKE of the end of X-Cart's chain of decorators: the shop's menu with the add-on's decorator on it. */
final class LeftMenu extends \Integration\ErpBridge\View\Menu\Admin\LeftMenu
{
    public function items(): array
    {
        return $this->defineItems();
    }
}
