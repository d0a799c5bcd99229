<?php

namespace Integration\ErpBridge\Tests\Editions;

use Integration\ErpBridge\Tests\Support\EditionTestCase;
use Integration\ErpBridge\Tests\Support\Shop;
use Integration\ErpBridge\Tests\Support\WebServer;
use Symfony\Component\HttpFoundation\Request;
use XLite\Module\Integration\ErpBridge\Call\Answer;
use XLite\Module\Integration\ErpBridge\Controller\Admin\ErpBridge;

/** How each edition's controller takes the calls. */
final class EndpointTest extends EditionTestCase
{
    /** @var ErpBridge of the last call */
    private $controller;

    protected function tearDown(): void
    {
        $_GET = [];
        unset($_SERVER['REQUEST_METHOD'], $_SERVER['HTTP_X_INTEGRATION_KEY']);
    }

    public function test_5_4_takes_the_rest_apis_keys_from_a_header(): void
    {
        $this->open('Shop54');
        \XLite::$version = '5.4.1.5';
        $about = $this->call54('GET', ['call' => 'about'], 'reading');

        self::assertSame(200, $about->status);
        self::assertMatchesRegularExpression(
            '/^{"addOn":"Integration-ErpBridge","version":"5\.4\.1\.0","protocol":1,"store":"5\.4\.1\.5","capabilities":\["hints","stock","tracking","notes"\],"atomicStock":true,"clock":"[0-9TZ:-]{20}"}$/',
            $about->body
        );
        self::assertSame(401, $this->call54('GET', ['call' => 'about'], '')->status);
        self::assertSame(401, $this->call54('GET', ['call' => 'about', '_key' => 'reading'], 'wrong')->status);
        self::assertSame(403, $this->call54('POST', ['call' => 'tracking', 'order' => '8'], 'reading')->status);
        self::assertSame(400, $this->call54('POST', ['call' => 'tracking', 'order' => '8'], 'writing')->status);
        self::assertSame(404, $this->call54('GET', ['call' => ['about']], 'reading')->status);
    }

    public function test_5_4_shows_no_page_and_needs_no_login(): void
    {
        $controller = new ErpBridge();
        self::assertTrue($controller->checkAccess());

        $this->open('Shop54');
        $_SERVER['REQUEST_METHOD'] = 'GET';
        $this->call54('GET', ['call' => 'about'], '');
        self::assertSame([['silent' => true], true], [$this->controller->set, $this->controller->isOutputSuppressed]);
    }

    public function test_5_4_answers_over_http(): void
    {
        $this->open('Shop54');
        $server = new WebServer(dirname(__DIR__) . '/Support/front54.php');
        try {
            $path = '/admin.php?target=erp_bridge&call=stock';
            $key = 'X-Integration-Key: writing';
            list($status, $headers, $body) = $server->ask('POST', $path, [$key, 'Content-Type: application/json; charset=utf-8'], '{"items":[{"product":1,"from":100,"to":60}]}');
            self::assertSame([200, '{"items":[{"product":1,"variant":null,"result":"set","actual":60}]}'], [$status, $body]);
            self::assertStringContainsStringIgnoringCase('content-type: application/json; charset=utf-8', $headers);
            self::assertSame(60, Shop::level($this->pdo));

            list($status, , $body) = $server->ask('GET', $path . '&skus%5B%5D=A-1', ['X-Integration-Key: reading'], '');
            self::assertSame([200, '{"items":[{"sku":"A-1","product":1,"variant":1,"amount":50,"tracked":true,"own":true}]}'], [$status, $body]);

            self::assertSame(413, $server->ask('POST', $path, [$key], str_repeat(' ', 300000))[0]);
            self::assertSame(401, $server->ask('GET', $path . '&_key=reading', [], '')[0]);
            $this->pdo->exec('DROP TABLE xlite_products');
            list($status, $headers) = $server->ask('GET', $path . '&products%5B%5D=1', [$key], '');
            self::assertSame(503, $status);
            self::assertStringContainsStringIgnoringCase('retry-after: 5', $headers);
        } finally {
            $server->stop();
        }
    }

    public function test_5_4_reads_levels_through_X_Carts_connection(): void
    {
        $this->open('Shop54');
        $answer = $this->call54('GET', ['call' => 'stock', 'skus' => ['A', 'A-1']], 'reading');

        self::assertSame('A', json_decode($answer->body)->items[0]->sku);
        self::assertSame([1, 50], [json_decode($answer->body)->items[1]->variant, json_decode($answer->body)->items[1]->amount]);
    }

    public function test_5_5_answers_under_api_platform_by_itself(): void
    {
        $this->open('Shop55');
        \XLite::$version = '5.5.0.29';
        $about = $this->call55('about', Request::create('/api/erp_bridge/about'));
        self::assertSame(200, $about->getStatusCode());
        self::assertSame(['5.5.0.1', '5.5.0.29'], [json_decode((string) $about->getContent())->version, json_decode((string) $about->getContent())->store]);
        self::assertSame('application/json; charset=utf-8', $about->headers->get('Content-Type'));

        self::assertSame(404, $this->call55('abuot', Request::create('/api/erp_bridge/abuot'))->getStatusCode());
        self::assertSame(405, $this->call55('tracking', Request::create('/api/erp_bridge/tracking'))->getStatusCode());
        self::assertSame(2, count(json_decode((string) $this->call55('stock', Request::create('/api/erp_bridge/stock?skus[]=A&skus[]=A-1'))->getContent())->items));
    }

    public function test_5_5_sets_a_level_and_drops_the_caches_once(): void
    {
        $this->open('Shop55');
        $body = '{"items":[{"product":1,"variant":null,"from":100,"to":60},{"product":1,"variant":1,"from":50,"to":40}]}';
        $answer = $this->call55('stock', Request::create('/api/erp_bridge/stock', 'POST', [], [], [], [], $body));

        self::assertSame('{"items":[{"product":1,"variant":null,"result":"set","actual":60},{"product":1,"variant":1,"result":"set","actual":40}]}', $answer->getContent());
        self::assertSame(60, Shop::level($this->pdo));
        self::assertSame(1, \XLite\Core\WidgetCache::$drops);
        self::assertSame('replaceEntityTypeVersion', \XLite\Core\Database::$repositories['XLite\Model\EntityTypeVersion']->calls[0][0]);
    }

    public function test_5_5_writes_tracking_with_its_history(): void
    {
        $this->open('Shop55');
        foreach (['added', 'present'] as $result) {
            $answer = $this->call55('tracking', Request::create('/api/erp_bridge/tracking?order=8', 'POST', [], [], [], [], '{"number":"1Z999"}'));
            self::assertSame('{"order":8,"result":"' . $result . '"}', $answer->getContent());
        }

        self::assertSame([[8, ['1Z999'], [], []]], \XLite\Core\OrderHistory::$tracking);
    }

    private function call55(string $call, Request $request): \Symfony\Component\HttpFoundation\Response
    {
        return (new \Integration\ErpBridge\Controller\API\Bridge())($request, $call);
    }

    private function call54(string $method, array $query, string $key): Answer
    {
        $_GET = $query;
        $_SERVER['REQUEST_METHOD'] = $method;
        $_SERVER['HTTP_X_INTEGRATION_KEY'] = $key;
        $controller = new class extends ErpBridge {
            /** @var Answer */
            public $answer;

            protected function sendAnswer(Answer $answer)
            {
                $this->answer = $answer;
            }
        };
        $controller->handleRequest();
        $this->controller = $controller;

        return $controller->answer;
    }
}
