<?php

/** Plays a shop for tests from outside (outside.php): says where it is, and ends when its input ends. */

use Integration\ErpBridge\Tests\Support\Shop;
use Integration\ErpBridge\Tests\Support\WebServer;

require __DIR__ . '/bootstrap.php';

Shop::fresh();
$server = new WebServer(__DIR__ . '/outside.php', 8);
try {
    echo "shop {$server->url}\n";
    stream_get_contents(STDIN);
} finally {
    $server->stop();
}
