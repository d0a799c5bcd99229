<?php

namespace Integration\ErpBridge\Model;

use Integration\ErpBridge\Core\Parts;
use XCart\Extender\Mapping\Extender;

/**
 * Remembers by how much a sale changed the level of a variant with stock of its own.
 *
 * @Extender\Mixin
 * @Extender\Depend("XC\ProductVariants")
 */
abstract class ProductVariant extends \XC\ProductVariants\Model\ProductVariant
{
    public function changeAmount($delta)
    {
        $before = (int) $this->getAmount();
        parent::changeAmount($delta);

        if (!$this->getDefaultAmount()) {
            Parts::atomicStock()->changed($this, Parts::stockRow($this), $before, (int) $this->getAmount(), (int) $delta);
        }
    }
}
