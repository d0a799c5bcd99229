<?php

/**
 * Runs 200 processes against the levels of one product and one variant: half set them by compare-and-set calls, half sell
 * through Doctrine as X-Cart does. Prints what the levels should be and what they are.
 *
 *     php writers.php 5.4|5.5 atomic|plain
 */

use Integration\ErpBridge\Tests\Support\Shop;
use XLite\Core\Config;
use XLite\Core\Database;

require dirname(__DIR__) . '/Support/bootstrap.php';

const WRITERS = 200;
const CHANGES = 3;
const START = 100000;

list(, $edition, $mode) = $argv;
$chain = 'Integration\\ErpBridge\\Tests\\Chains\\Shop' . str_replace('.', '', $edition) . '\\';
$names = $chain . 'Edition';
$parts = $names::PARTS;
$listener = $names::LISTENER;

$pdo = Shop::fresh();
$pdo->exec("INSERT INTO xlite_products (product_id, sku, amount) VALUES (1, 'A', " . START . ')');
$pdo->exec("INSERT INTO xlite_product_variants (id, product_id, sku, amount, defaultAmount) VALUES (1, 1, 'A-1', " . START . ', 0)');
$pdo = null;

Config::$values = ['Integration' => ['ErpBridge' => [
    'endpoint' => 'https://gateway.example/hints/xcart',
    'hint_product_changed' => '1',
    'atomic_stock' => $mode === 'atomic' ? '1' : '',
]]];

/** Sells one unit the way X-Cart does: reads the product, computes the level, writes it at the flush. */
$sell = function (string $kind) use ($chain): int {
    Database::$em->clear();
    $entity = Database::$em->find($chain . $kind, 1);
    $entity->changeAmount(-1);
    Database::$em->flush();

    return -1;
};

/** Changes the level through the add-on's calls, again and again until nobody came in between. */
$compareAndSet = function (string $kind, int $change) use ($parts): int {
    for ($attempt = 1; ; $attempt++) {
        $items = json_decode($parts::calls()->answer('GET', 'stock', ['products' => ['1']], '')->body)->items;
        $item = $items[$kind === 'Product' ? 0 : 1];
        $request = ['items' => [['product' => 1, 'variant' => $item->variant, 'from' => $item->amount, 'to' => $item->amount + $change]]];
        $answer = json_decode($parts::calls()->answer('POST', 'stock', [], (string) json_encode($request))->body);
        if ($answer->items[0]->result === 'set') {
            return $change;
        }
        if ($attempt === 100000) {
            throw new RuntimeException('The level could not be set.');
        }
    }
};

// Once here, so that the children need not load the same classes.
Database::$em = Shop::entityManager();
Database::$em->getEventManager()->addEventSubscriber(new $listener());
Database::$em->find($chain . 'Product', 1)->setSales(1);
Database::$em->flush();
Database::$em->getConnection()->close();
$parts::reset();

$gate = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$results = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
$children = [];
for ($number = 0; $number < WRITERS; $number++) {
    $child = pcntl_fork();
    if ($child > 0) {
        $children[] = $child;
        continue;
    }

    fclose($gate[0]);
    fclose($results[0]);
    try {
        Database::$em = Shop::entityManager();
        Database::$em->getEventManager()->addEventSubscriber(new $listener());
        Database::$em->getConnection()->executeQuery('SELECT 1');
        Database::$repositories['XLite\Model\EntityTypeVersion'] = new class {
            public function __call($name, $arguments)
            {
            }
        };
        Database::$em->getClassMetadata($chain . 'Product');
        fwrite($results[1], "ready\n");
        // Ends when the parent closes its side: all begin at once.
        fgets($gate[1]);

        $kind = $number % 4 < 2 ? 'Product' : 'ProductVariant';
        $sum = 0;
        for ($change = 0; $change < CHANGES; $change++) {
            $sum += $number % 2 === 0 ? $sell($kind) : $compareAndSet($kind, [3, -2, 1][$change]);
        }
        fwrite($results[1], "$kind $sum\n");
    } catch (\Throwable $failure) {
        fwrite($results[1], 'failed: ' . $failure->getMessage() . "\n");
    }
    // Leaves the parent's handles alone.
    posix_kill(getmypid(), SIGKILL);
}

fclose($gate[1]);
fclose($results[1]);
stream_set_timeout($results[0], 60);
$problem = '';
for ($ready = 0; $ready < WRITERS; $ready++) {
    $line = fgets($results[0]);
    if ($line !== "ready\n") {
        $problem = (string) $line;
    }
}
fclose($gate[0]);
$expected = ['Product' => START, 'ProductVariant' => START];
for ($answers = 0; ($line = fgets($results[0])) !== false; $answers++) {
    if (preg_match('/^(Product|ProductVariant) (-?\d+)$/', trim($line), $found)) {
        $expected[$found[1]] += (int) $found[2];
    } else {
        $problem = $line;
    }
}
foreach ($children as $child) {
    pcntl_waitpid($child, $status);
}

$pdo = Shop::connect();
echo json_encode([
    'answers' => $answers,
    'problem' => $problem,
    'expected' => array_values($expected),
    'actual' => [Shop::level($pdo), (int) $pdo->query('SELECT amount FROM xlite_product_variants WHERE id = 1')->fetchColumn()],
    'hints' => (int) $pdo->query('SELECT COUNT(*) FROM xlite_erp_bridge_outbox')->fetchColumn(),
]), "\n";
