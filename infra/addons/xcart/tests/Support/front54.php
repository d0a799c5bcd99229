<?php

/** Plays X-Cart 5.4's admin.php for the add-on's controller. */

use Integration\ErpBridge\Tests\Support\Repository;
use Integration\ErpBridge\Tests\Support\Shop;
use XLite\Core\Config;
use XLite\Core\Database;

require __DIR__ . '/bootstrap.php';

Config::$values = [
    'Integration' => ['ErpBridge' => ['atomic_stock' => '1']],
    'XC' => ['RESTAPI' => ['key' => 'writing', 'key_read' => 'reading']],
];
Database::$em = Shop::entityManager();
Database::$repositories = ['XLite\Model\EntityTypeVersion' => new Repository()];
(new \XLite\Module\Integration\ErpBridge\Controller\Admin\ErpBridge())->handleRequest();
