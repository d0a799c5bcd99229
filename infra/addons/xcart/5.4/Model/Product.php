<?php

namespace XLite\Module\Integration\ErpBridge\Model;

use XLite\Module\Integration\ErpBridge\Core\Parts;

/** Remembers by how much a sale changed the level. */
abstract class Product extends \XLite\Model\Product implements \XLite\Base\IDecorator
{
    public function changeAmount($delta)
    {
        $before = (int) $this->getAmount();
        parent::changeAmount($delta);

        if ($this->getInventoryEnabled()) {
            Parts::atomicStock()->changed($this, Parts::stockRow($this), $before, (int) $this->getAmount(), (int) $delta);
        }
    }
}
