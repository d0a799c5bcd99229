<?php

/** Plays a checkout of either edition on a server that can go on after the answer, as php-fpm does. */

use Integration\ErpBridge\Tests\Support\Shop;
use XLite\Core\Config;
use XLite\Core\Database;

require __DIR__ . '/bootstrap.php';

if (empty($_GET['slow'])) {
    /** FAKE of php-fpm's function: notes that the shopper has the answer. */
    function fastcgi_finish_request(): bool
    {
        $GLOBALS['answered'] = true;

        return true;
    }
}

Config::$values = ['Integration' => ['ErpBridge' => [
    'endpoint' => $_GET['endpoint'],
    'secret' => 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'hint_order_placed' => '1',
    'after_response' => $_GET['after'],
]]];
Database::$em = Shop::entityManager();
$class = 'Integration\\ErpBridge\\Tests\\Chains\\' . $_GET['shop'] . '\\Order';
$order = new $class(8);
$order->processSucceed();
echo 'thank you', empty($GLOBALS['answered']) ? '' : ', late';
