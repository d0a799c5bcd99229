<?php

namespace Integration\ErpBridge\Tests\Editions;

use Integration\ErpBridge\Tests\Support\EditionTestCase;
use Integration\ErpBridge\Tests\Support\Shop;
use XLite\Core\Database;

/** The shop's own stock changes, through decorators, subscriber and the real Doctrine. */
final class ExactStockTest extends EditionTestCase
{
    /** @dataProvider editions */
    public function test_A_sale_keeps_what_was_written_since_the_level_was_read(string $shop): void
    {
        $this->open($shop);
        $product = $this->find($shop, 'Product');
        $product->changeAmount(-2);
        $this->pdo->exec('UPDATE xlite_products SET amount = 60');
        Database::$em->flush();

        self::assertSame(58, Shop::level($this->pdo));
        self::assertSame(58, $product->getAmount());
        self::assertSame(['product.changed 1'], $this->hints());
    }

    /** @dataProvider editions */
    public function test_A_variants_sale_does_too(string $shop): void
    {
        $this->open($shop);
        $this->find($shop, 'ProductVariant')->changeAmount(-2);
        $this->pdo->exec('UPDATE xlite_product_variants SET amount = 10');
        Database::$em->flush();

        self::assertSame(8, (int) $this->pdo->query('SELECT amount FROM xlite_product_variants')->fetchColumn());
    }

    /** @dataProvider editions */
    public function test_Without_the_setting_X_Cart_overwrites_as_ever(string $shop): void
    {
        $this->open($shop);
        $this->configure(['atomic_stock' => '']);
        $this->find($shop, 'Product')->changeAmount(-2);
        $this->pdo->exec('UPDATE xlite_products SET amount = 60');
        Database::$em->flush();

        self::assertSame(98, Shop::level($this->pdo));
    }

    /** @dataProvider editions */
    public function test_A_level_that_staff_set_is_written_as_they_set_it(string $shop): void
    {
        $this->open($shop);
        $product = $this->find($shop, 'Product');
        $product->setAmount(500);
        $product->changeAmount(-2);
        $this->pdo->exec('UPDATE xlite_products SET amount = 60');
        Database::$em->flush();

        self::assertSame(498, Shop::level($this->pdo));
    }

    /** @dataProvider editions */
    public function test_A_second_write_starts_from_the_first(string $shop): void
    {
        $this->open($shop);
        $product = $this->find($shop, 'Product');
        foreach ([-2, -3, 1] as $change) {
            $product->changeAmount($change);
            $this->pdo->exec('UPDATE xlite_products SET amount = amount + 10');
            Database::$em->flush();
        }

        self::assertSame(126, Shop::level($this->pdo));
    }

    /** @dataProvider editions */
    public function test_Other_changes_of_the_product_are_written_with_it(string $shop): void
    {
        $this->open($shop);
        $product = $this->find($shop, 'Product');
        $product->changeAmount(-2);
        $product->setSales(2);
        $this->pdo->exec('UPDATE xlite_products SET amount = 60');
        Database::$em->flush();

        self::assertSame(['58', '2'], array_map('strval', $this->pdo->query('SELECT amount, sales FROM xlite_products')->fetch(\PDO::FETCH_NUM)));
    }

    /** @dataProvider editions */
    public function test_Stock_that_came_after_the_shop_read_zero_is_sold_too(string $shop): void
    {
        $this->open($shop);
        $this->pdo->exec('UPDATE xlite_products SET amount = 0');
        $product = $this->find($shop, 'Product');
        $this->pdo->exec('UPDATE xlite_products SET amount = 5');
        $product->changeAmount(-2);
        Database::$em->flush();
        self::assertSame(3, Shop::level($this->pdo));

        $product->changeAmount(-9);
        Database::$em->flush();
        self::assertSame(0, Shop::level($this->pdo));
    }

    /** @dataProvider editions */
    public function test_What_the_shop_does_not_count_is_left_alone(string $shop): void
    {
        $this->open($shop);
        $product = $this->find($shop, 'Product');
        $product->setInventoryEnabled(false);
        $product->changeAmount(-2);
        Database::$em->flush();

        self::assertSame(100, Shop::level($this->pdo));
    }

    /** @dataProvider editions */
    public function test_A_product_that_is_not_stored_yet_is_stored_as_it_is(string $shop): void
    {
        $this->open($shop);
        $class = "Integration\\ErpBridge\\Tests\\Chains\\$shop\\Product";
        $product = new $class();
        $product->changeAmount(-2);
        Database::$em->persist($product);
        Database::$em->flush();

        self::assertSame(998, Shop::level($this->pdo, (int) $product->getProductId()));
    }
}
