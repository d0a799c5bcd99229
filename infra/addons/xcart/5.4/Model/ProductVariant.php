<?php

namespace XLite\Module\Integration\ErpBridge\Model;

use XLite\Module\Integration\ErpBridge\Core\Parts;

/**
 * Remembers by how much a sale changed the level of a variant with stock of its own.
 *
 * @Decorator\Depend ("XC\ProductVariants")
 */
abstract class ProductVariant extends \XLite\Module\XC\ProductVariants\Model\ProductVariant implements \XLite\Base\IDecorator
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
