<?php

namespace Integration\ErpBridge\Tests\Editions;

use Integration\ErpBridge\Tests\Support\EditionTestCase;
use Integration\ErpBridge\Tests\Support\WebServer;

/** A checkout over HTTP, with a gateway that listens. */
final class AfterResponseTest extends EditionTestCase
{
    /** @var WebServer */
    private static $gateway;

    /** @var WebServer */
    private static $front;

    public static function setUpBeforeClass(): void
    {
        self::$gateway = new WebServer(dirname(__DIR__) . '/Support/echo.php');
        self::$front = new WebServer(dirname(__DIR__) . '/Support/frontCheckout.php');
    }

    public static function tearDownAfterClass(): void
    {
        self::$gateway->stop();
        self::$front->stop();
    }

    /** @dataProvider editions */
    public function test_A_hint_leaves_after_the_shopper_has_the_page(string $shop): void
    {
        $this->open($shop);
        $file = tempnam((string) getenv('ERP_BRIDGE_TEST'), 'echo');
        self::assertSame('thank you', $this->checkout($shop, self::$gateway->url . "/echo?file=$file", '1'));

        for ($end = microtime(true) + 20; $this->states() !== ['D'] && microtime(true) < $end; usleep(20000)) {
            // Until the server has gone on with its work.
        }
        self::assertSame(['D'], $this->states());
        list($method, , $id, $signature, $body) = json_decode((string) file_get_contents($file), true);
        self::assertSame(['POST', 'v1,'], [$method, substr($signature, 0, 3)]);
        self::assertStringStartsWith('msg_', $id);
        self::assertStringStartsWith('{"type":"order.placed","entity":"order","id":"8","occurredAt":"', $body);
    }

    /** @dataProvider editions */
    public function test_Otherwise_it_waits_for_the_scheduler(string $shop): void
    {
        $this->open($shop);
        $file = tempnam((string) getenv('ERP_BRIDGE_TEST'), 'echo');
        $endpoint = self::$gateway->url . "/echo?file=$file";
        self::assertSame('thank you', $this->checkout($shop, $endpoint, ''), 'switched off');
        self::assertSame('thank you', $this->checkout($shop, $endpoint, '1', '&slow=1'), 'the server cannot');

        self::assertSame(['N', 'N'], $this->states());
        self::assertSame('', file_get_contents($file));
    }

    private function checkout(string $shop, string $endpoint, string $after, string $more = ''): string
    {
        return self::$front->ask('GET', '/?' . http_build_query(['shop' => $shop, 'endpoint' => $endpoint, 'after' => $after]) . $more, [], '')[2];
    }

    private function states(): array
    {
        return $this->pdo->query('SELECT state FROM xlite_erp_bridge_outbox')->fetchAll(\PDO::FETCH_COLUMN);
    }
}
