<?php

namespace Integration\ErpBridge\Tests\Chains\Shop54;

/** FAKE of the end of X-Cart's chain of decorators: the shop's class with the add-on's decorator on it. */
final class Order extends \XLite\Module\Integration\ErpBridge\Model\Order
{
}
