<?php

namespace Integration\ErpBridge\Tests\Support;

use PHPUnit\Framework\TestCase;
use XLite\Core\Config;
use XLite\Core\Database;

/** A shop of one edition: fakes of X-Cart around a real Doctrine and a real database. */
abstract class EditionTestCase extends TestCase
{
    protected const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

    /** @var \PDO */
    protected $pdo;

    public static function editions(): array
    {
        return ['5.4' => ['Shop54'], '5.5' => ['Shop55']];
    }

    /** @return string a class of the edition's names */
    protected function open(string $shop): string
    {
        $names = "Integration\\ErpBridge\\Tests\\Chains\\$shop\\Edition";
        $this->pdo = Shop::fresh();
        $this->pdo->exec("INSERT INTO xlite_products (product_id, sku, amount) VALUES (1, 'A', 100)");
        $this->pdo->exec("INSERT INTO xlite_product_variants (id, product_id, sku, amount) VALUES (1, 1, 'A-1', 50)");
        $this->pdo->exec('INSERT INTO xlite_orders (order_id) VALUES (8)');
        \XLite\Logger::$lines = \XLite\Core\OrderHistory::$tracking = \XLite\Core\TopMessage::$messages = Database::$loadedFixtures = [];
        \XLite\Core\Request::$values = [];
        \XLite\Core\WidgetCache::$drops = 0;
        $this->configure([]);
        Database::$repositories = ['XLite\Model\EntityTypeVersion' => new Repository()];
        Database::$em = Shop::entityManager();
        ($names::PARTS)::reset();
        $listener = $names::LISTENER;
        Database::$em->getEventManager()->addEventSubscriber(new $listener());

        return $names;
    }

    protected function configure(array $options): void
    {
        Config::$values = [
            'Integration' => ['ErpBridge' => $options + [
                'endpoint' => 'http://127.0.0.1:9/hints/xcart',
                'secret' => self::SECRET,
                'atomic_stock' => '1',
                'hint_order_placed' => '1',
                'hint_order_changed' => '1',
                'hint_product_changed' => '1',
            ]],
            'XC' => ['RESTAPI' => ['key' => 'writing', 'key_read' => 'reading']],
        ];
    }

    /** @return string[] types and ids in the outbox */
    protected function hints(): array
    {
        return $this->pdo->query("SELECT CONCAT(type, ' ', entityId) FROM xlite_erp_bridge_outbox ORDER BY id")->fetchAll(\PDO::FETCH_COLUMN);
    }

    /** @return object the product or variant 1, of the end of the shop's chain of decorators */
    protected function find(string $shop, string $class): object
    {
        return Database::$em->find("Integration\\ErpBridge\\Tests\\Chains\\$shop\\$class", 1);
    }
}
