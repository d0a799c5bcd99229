<?php

namespace Integration\ErpBridge\Tests\Chains\Shop55;

/** FAKE of the end of X-Cart's chain of decorators: the shop's class with the add-on's decorator on it. */
final class Product extends \Integration\ErpBridge\Model\Product
{
}
