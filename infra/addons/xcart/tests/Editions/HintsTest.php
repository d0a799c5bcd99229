<?php

namespace Integration\ErpBridge\Tests\Editions;

use Integration\ErpBridge\Tests\Support\EditionTestCase;
use Integration\ErpBridge\Tests\Support\Shop;
use XLite\Core\Database;

/** Hints of a whole edition, its scheduler's task and its page. */
final class HintsTest extends EditionTestCase
{
    /** @dataProvider editions */
    public function test_A_checkout_is_told_after_X_Cart_has_done_its_part(string $shop): void
    {
        $this->open($shop);
        $class = "Integration\\ErpBridge\\Tests\\Chains\\$shop\\Order";
        $order = new $class(8);
        $order->processSucceed();

        self::assertSame([1, ['order.placed 8']], [$order->succeeded, $this->hints()]);
    }

    /** @dataProvider editions */
    public function test_A_checkout_goes_through_without_the_add_ons_table(string $shop): void
    {
        $this->open($shop);
        $this->pdo->exec('DROP TABLE xlite_erp_bridge_outbox');
        $class = "Integration\\ErpBridge\\Tests\\Chains\\$shop\\Order";
        (new $class(8))->processSucceed();
        $this->find($shop, 'Product')->changeAmount(-2);
        Database::$em->flush();

        self::assertSame(98, Shop::level($this->pdo));
        self::assertCount(1, \XLite\Logger::$lines);
        self::assertStringStartsWith('ErpBridge: A hint could not be recorded: ', \XLite\Logger::$lines[0]);
    }

    /** @dataProvider editions */
    public function test_A_hint_is_gone_with_a_failed_flush(string $shop): void
    {
        $this->open($shop);
        $this->pdo->exec('ALTER TABLE xlite_products ADD CONSTRAINT few CHECK (amount < 1000)');
        $product = $this->find($shop, 'Product');
        $product->setAmount(5000);
        try {
            Database::$em->flush();
            self::fail('The flush went through.');
        } catch (\Doctrine\DBAL\Exception $expected) {
            self::assertSame([], $this->hints());
        }
    }

    /** @dataProvider editions */
    public function test_A_removed_product_is_told(string $shop): void
    {
        $this->open($shop);
        Database::$em->remove($this->find($shop, 'Product'));
        Database::$em->flush();

        self::assertSame(['product.changed 1'], $this->hints());
    }

    /** @dataProvider editions */
    public function test_Without_an_endpoint_there_are_no_hints(string $shop): void
    {
        $this->open($shop);
        $this->configure(['endpoint' => '']);
        $this->find($shop, 'Product')->changeAmount(-2);
        Database::$em->flush();

        self::assertSame([], $this->hints());
    }

    /** @dataProvider editions */
    public function test_The_task_sends_and_never_throws(string $shop): void
    {
        $names = $this->open($shop);
        $class = $names::TASK;
        Database::$repositories['XLite\Model\Task'] = new \Integration\ErpBridge\Tests\Support\Repository();
        $run = function () use ($class): ?string {
            $task = new $class();
            method_exists($class, 'handleTask') && $class === \Integration\ErpBridge\Core\Task\Send::class
                ? $task->handleTask(new \XCart\Event\Task\CronEvent())
                : $task->run();
            return $task->getMessage();
        };
        if ($shop === 'Shop55') {
            self::assertNull($run(), 'without its row the task does nothing');
        }
        $row = new \XLite\Model\Task();
        $row->owner = $class;
        Database::$repositories['XLite\Model\Task']->rows = [$row];

        $this->find($shop, 'Product')->changeAmount(-2);
        Database::$em->flush();
        self::assertSame('0 delivered, 1 to be tried again', $run());

        $this->configure(['secret' => '']);
        self::assertSame('The secret is empty.', $run());

        $this->pdo->exec('DROP TABLE xlite_erp_bridge_outbox');
        self::assertSame('failed, see the log ErpBridge', $run());
    }

    /** @dataProvider editions */
    public function test_Staff_see_deliveries_and_send_failed_ones_again(string $shop): void
    {
        $names = $this->open($shop);
        $this->find($shop, 'Product')->changeAmount(-2);
        Database::$em->flush();
        $this->pdo->exec("UPDATE xlite_erp_bridge_outbox SET state = 'F', doneAt = 1700000000, lastProblem = 'HTTP 401'");
        $class = $names::VIEW;
        $view = new $class();
        $failed = $view->call('getFailed');

        self::assertSame(['erp_bridge_hints'], $class::getAllowedTargets());
        self::assertSame('modules/Integration/ErpBridge/hints.twig', $view->call('getDefaultTemplate'));
        self::assertSame(['product.changed', 'HTTP 401', 'Nov 14, 2023, 22:13'], [$failed[0]['type'], $failed[0]['lastProblem'], $failed[0]['doneAt']]);
        self::assertSame([0, [], [], ''], [$view->call('getWaitingCount'), $view->call('getWaiting'), $view->call('getDelivered'), $view->call('getProblem')]);

        $class = $names::PAGE;
        $page = new $class();
        \XLite\Core\Request::$values = ['hint_id' => (string) $failed[0]['id']];
        $page->handleRequest('send_again');
        self::assertSame(['info: ErpBridge: Hints to be sent again: 1'], \XLite\Core\TopMessage::$messages);
        self::assertSame('admin.php?target=erp_bridge_hints', $page->returnUrl);
        self::assertSame(1, $view->call('getWaitingCount'));
    }

    /** @dataProvider editions */
    public function test_The_test_button_says_what_came_back(string $shop): void
    {
        $names = $this->open($shop);
        $class = $names::PAGE;
        (new $class())->handleRequest('test');
        $this->configure(['endpoint' => 'http://gateway.example/']);
        (new $class())->handleRequest('test');

        self::assertStringStartsWith('error: ErpBridge: The gateway answered: no answer: ', \XLite\Core\TopMessage::$messages[0]);
        self::assertSame('error: The endpoint must begin with https://', \XLite\Core\TopMessage::$messages[1]);
        self::assertSame([], $this->hints());
    }

    /** @dataProvider editions */
    public function test_The_menu_leads_to_the_page_and_takes_no_harm(string $shop): void
    {
        $names = $this->open($shop);
        $menu = function () use ($names): array {
            $class = $names::MENU;
            return (new $class())->items();
        };

        self::assertSame('erp_bridge_hints', $menu()['store_setup']['children']['erp_bridge_hints']['linkTarget']);
        \XLite\View\Menu\Admin\LeftMenu::$items = ['other' => []];
        self::assertSame(['other' => []], $menu());
        \XLite\View\Menu\Admin\LeftMenu::$items = ['store_setup' => ['children' => []]];
    }
}
