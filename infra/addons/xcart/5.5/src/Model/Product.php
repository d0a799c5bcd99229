<?php

namespace Integration\ErpBridge\Model;

use Integration\ErpBridge\Core\Parts;
use XCart\Extender\Mapping\Extender;

/**
 * Remembers by how much a sale changed the level.
 *
 * @Extender\Mixin
 */
abstract class Product extends \XLite\Model\Product
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
