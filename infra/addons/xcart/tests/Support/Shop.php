<?php

namespace Integration\ErpBridge\Tests\Support;

use Doctrine\DBAL\DriverManager;
use Doctrine\ORM\Configuration;
use Doctrine\ORM\EntityManager;
use Doctrine\Persistence\Mapping\Driver\StaticPHPDriver;

/** The private MariaDB of the test run, with the columns of X-Cart's tables that matter. */
final class Shop
{
    public const PREFIX = 'xlite_';

    private const TABLES = [
        'products' => 'product_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, sku varchar(32) DEFAULT NULL, amount int unsigned NOT NULL,'
            . ' inventoryEnabled tinyint(1) NOT NULL DEFAULT 1, updateDate int unsigned NOT NULL DEFAULT 0, sales int unsigned NOT NULL DEFAULT 0, KEY sku (sku)',
        'product_variants' => 'id int NOT NULL AUTO_INCREMENT PRIMARY KEY, product_id int unsigned NOT NULL, sku varchar(32) DEFAULT NULL,'
            . ' amount int unsigned NOT NULL, defaultAmount tinyint(1) NOT NULL DEFAULT 0, KEY product (product_id), KEY sku (sku)',
        'orders' => 'order_id int NOT NULL AUTO_INCREMENT PRIMARY KEY, is_order int NOT NULL DEFAULT 1, adminNotes longtext',
        'order_tracking_number' => 'tracking_id int NOT NULL AUTO_INCREMENT PRIMARY KEY, value longtext NOT NULL, creationDate int NOT NULL, order_id int NOT NULL',
        'erp_bridge_outbox' => 'id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, messageId char(36) NOT NULL, type varchar(32) NOT NULL,'
            . ' entityId int unsigned NOT NULL, body varchar(255) NOT NULL, createdAt int unsigned NOT NULL, dueAt int unsigned NOT NULL,'
            . ' doneAt int unsigned NOT NULL, state char(1) NOT NULL, attempts int unsigned NOT NULL, lastStatus int unsigned NOT NULL,'
            . ' lastProblem varchar(255) NOT NULL, claim varchar(32) NOT NULL, claimedUntil int unsigned NOT NULL,'
            . ' KEY due (state, dueAt), UNIQUE KEY message (messageId)',
    ];

    public static function connect(): \PDO
    {
        $socket = getenv('ERP_BRIDGE_TEST') . '/db.sock';
        $pdo = new \PDO("mysql:unix_socket=$socket;dbname=shop;charset=utf8mb4", 'root', '', [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        // X-Cart does not ask for strictness.
        $pdo->exec("SET SESSION sql_mode = '', lock_wait_timeout = 10, innodb_lock_wait_timeout = 10");

        return $pdo;
    }

    /** Empty tables. */
    public static function fresh(): \PDO
    {
        $pdo = self::connect();
        foreach (self::TABLES as $name => $columns) {
            $pdo->exec('DROP TABLE IF EXISTS ' . self::PREFIX . $name);
            $pdo->exec('CREATE TABLE ' . self::PREFIX . "$name ($columns) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4");
        }

        return $pdo;
    }

    /** A real Doctrine entity manager, on its own connection, for the mapped fakes. */
    public static function entityManager(): EntityManager
    {
        $configuration = new Configuration();
        $configuration->setMetadataDriverImpl(new StaticPHPDriver([]));
        $configuration->setProxyDir(getenv('ERP_BRIDGE_TEST') . '/proxies');
        $configuration->setProxyNamespace('Proxies');
        $configuration->setAutoGenerateProxyClasses(true);
        $connection = DriverManager::getConnection([
            'driver' => 'pdo_mysql',
            'unix_socket' => getenv('ERP_BRIDGE_TEST') . '/db.sock',
            'dbname' => 'shop',
            'user' => 'root',
            'charset' => 'utf8mb4',
            'serverVersion' => 'mariadb-10.11.0',
            'wrapperClass' => Connection54::class,
        ]);
        $connection->executeStatement("SET SESSION sql_mode = '', lock_wait_timeout = 60, innodb_lock_wait_timeout = 60");

        return new EntityManager($connection, $configuration);
    }

    public static function level(\PDO $pdo, int $product = 1): int
    {
        return (int) $pdo->query('SELECT amount FROM ' . self::PREFIX . "products WHERE product_id = $product")->fetchColumn();
    }
}
