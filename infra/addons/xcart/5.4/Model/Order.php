<?php

namespace XLite\Module\Integration\ErpBridge\Model;

use XLite\Module\Integration\ErpBridge\Core\Parts;

/** Tells of placed orders: Doctrine sees a checkout as changes of a cart. */
abstract class Order extends \XLite\Model\Order implements \XLite\Base\IDecorator
{
    public function processSucceed()
    {
        parent::processSucceed();

        Parts::changes()->placed($this);
    }
}
