<?php

namespace Integration\ErpBridge\Model;

use Integration\ErpBridge\Core\Parts;
use XCart\Extender\Mapping\Extender;

/**
 * Tells of placed orders: Doctrine sees a checkout as changes of a cart.
 *
 * @Extender\Mixin
 */
abstract class Order extends \XLite\Model\Order
{
    public function processSucceed()
    {
        parent::processSucceed();

        Parts::changes()->placed($this);
    }
}
