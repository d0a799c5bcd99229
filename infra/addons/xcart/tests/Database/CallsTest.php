<?php

namespace Integration\ErpBridge\Tests\Database;

use Integration\ErpBridge\Call\Calls;
use Integration\ErpBridge\Call\Shop as ShopSide;
use Integration\ErpBridge\Database\Tables;
use Integration\ErpBridge\Tests\Support\PdoDatabase;
use Integration\ErpBridge\Tests\Support\Shop;
use PHPUnit\Framework\TestCase;

/** The calls, byte for byte as docs/xcart-addon-protocol.md has them. */
final class CallsTest extends TestCase
{
    /** @var \PDO */
    private $pdo;

    /** @var string[] */
    private $events = [];

    protected function setUp(): void
    {
        $this->pdo = Shop::fresh();
        $this->pdo->exec("INSERT INTO xlite_products (product_id, sku, amount, inventoryEnabled) VALUES
            (12, 'A', 7, 1), (13, 'a', 8, 1), (14, 'B', 3, 0), (15, 'C', 4294967295, 1), (16, 'Ä b', 0, 1), (17, NULL, 5, 1)");
        $this->pdo->exec("INSERT INTO xlite_product_variants (id, product_id, sku, amount, defaultAmount) VALUES
            (3, 12, 'A-1', 2, 0), (4, 12, NULL, 9, 1), (5, 14, 'B-1', 6, 0), (6, 16, 'A', 1, 0)");
        $this->pdo->exec("INSERT INTO xlite_orders (order_id, is_order, adminNotes) VALUES (12, 1, ''), (13, 0, ''), (14, 1, NULL), (15, 1, 'Call first\r\nFragile')");
    }

    public function test_About_says_what_the_add_on_is(): void
    {
        $this->expect(
            200,
            '{"addOn":"Integration-ErpBridge","version":"5.4.1.0","protocol":1,"store":"5.4.1.5","capabilities":["hints","stock","tracking","notes"],"atomicStock":true,"clock":"2026-11-21T07:00:00Z"}',
            'GET',
            'about'
        );
    }

    public function test_Levels_are_found_by_exact_sku_and_by_product(): void
    {
        $this->expect(
            200,
            '{"items":[{"sku":"A","product":12,"variant":null,"amount":7,"tracked":true,"own":true},{"sku":"A","product":16,"variant":6,"amount":1,"tracked":true,"own":true}]}',
            'GET',
            'stock',
            ['skus' => ['A', 'unknown', 'A ']]
        );
        $this->expect(
            200,
            '{"items":[{"sku":"A","product":12,"variant":null,"amount":7,"tracked":true,"own":true},{"sku":"A-1","product":12,"variant":3,"amount":2,"tracked":true,"own":true},{"sku":null,"product":12,"variant":4,"amount":7,"tracked":true,"own":false}]}',
            'GET',
            'stock',
            ['products' => ['12'], 'skus' => ['A-1']]
        );
        $this->expect(
            200,
            '{"items":[{"sku":"B","product":14,"variant":null,"amount":3,"tracked":false,"own":true},{"sku":"C","product":15,"variant":null,"amount":4294967295,"tracked":true,"own":true},{"sku":"Ä b","product":16,"variant":null,"amount":0,"tracked":true,"own":true}]}',
            'GET',
            'stock',
            ['skus' => ['B', 'C', 'Ä b']]
        );
        $this->expect(200, '{"items":[]}', 'GET', 'stock');
    }

    /** @dataProvider levels */
    public function test_A_level_is_set_only_from_what_was_read(string $item, string $answer): void
    {
        $this->expect(200, '{"items":[' . $answer . ']}', 'POST', 'stock', [], '{"items":[' . $item . ']}');
    }

    public static function levels(): array
    {
        return [
            'set' => ['{"product":12,"variant":null,"from":7,"to":5}', '{"product":12,"variant":null,"result":"set","actual":5}'],
            'variant set' => ['{"product":12,"variant":3,"from":2,"to":0}', '{"product":12,"variant":3,"result":"set","actual":0}'],
            'largest' => ['{"product":15,"from":4294967295,"to":4294967294}', '{"product":15,"variant":null,"result":"set","actual":4294967294}'],
            'unchanged' => ['{"product":12,"from":7,"to":7}', '{"product":12,"variant":null,"result":"unchanged","actual":7}'],
            'unchanged, but it is not' => ['{"product":12,"from":8,"to":8}', '{"product":12,"variant":null,"result":"conflict","actual":7}'],
            'conflict' => ['{"product":12,"from":8,"to":5}', '{"product":12,"variant":null,"result":"conflict","actual":7}'],
            'conflict though it is that already' => ['{"product":12,"from":8,"to":7}', '{"product":12,"variant":null,"result":"conflict","actual":7}'],
            'unknown' => ['{"product":99,"from":7,"to":5}', '{"product":99,"variant":null,"result":"unknown","actual":null}'],
            'variant unknown' => ['{"product":12,"variant":99,"from":7,"to":5}', '{"product":12,"variant":99,"result":"unknown","actual":null}'],
            "another product's variant" => ['{"product":13,"variant":3,"from":2,"to":5}', '{"product":13,"variant":3,"result":"unknown","actual":null}'],
            'not tracked' => ['{"product":14,"from":3,"to":5}', '{"product":14,"variant":null,"result":"notTracked","actual":null}'],
            'variant not tracked' => ['{"product":14,"variant":5,"from":6,"to":5}', '{"product":14,"variant":5,"result":"notTracked","actual":null}'],
            'product level' => ['{"product":12,"variant":4,"from":9,"to":5}', '{"product":12,"variant":4,"result":"productLevel","actual":null}'],
        ];
    }

    public function test_Only_what_was_set_is_changed_and_caches_are_dropped_once(): void
    {
        $items = '{"product":12,"from":7,"to":5},{"product":13,"from":1,"to":0},{"product":12,"from":5,"to":6},{"product":12,"variant":3,"from":2,"to":1}';
        $this->call('POST', 'stock', [], '{"items":[' . $items . ']}');

        self::assertSame([6, 8, 3], [Shop::level($this->pdo, 12), Shop::level($this->pdo, 13), Shop::level($this->pdo, 14)]);
        self::assertSame('1795244400', (string) $this->pdo->query('SELECT updateDate FROM xlite_products WHERE product_id = 12')->fetchColumn());
        self::assertSame(['stockWasSet'], $this->events);
    }

    public function test_When_nothing_was_set_no_cache_is_dropped(): void
    {
        $this->call('POST', 'stock', [], '{"items":[{"product":12,"from":1,"to":5}]}');

        self::assertSame([], $this->events);
    }

    public function test_One_bad_item_means_that_nothing_is_done(): void
    {
        $items = '{"product":12,"from":7,"to":5},{"product":12,"from":5,"to":4},{"product":12,"from":4,"to":3},{"product":12,"from":3,"to":-1}';
        $this->expect(
            400,
            '{"error":{"field":"items[3].to","message":"\'to\' must be a whole number from 0 to 4294967295."}}',
            'POST',
            'stock',
            [],
            '{"items":[' . $items . ']}'
        );
        self::assertSame(7, Shop::level($this->pdo, 12));
    }

    public function test_Without_variants_in_the_shop_a_variant_is_unknown(): void
    {
        $this->pdo->exec('DROP TABLE xlite_product_variants');
        $calls = $this->calls(new Tables(Shop::PREFIX, false));

        self::assertSame(
            '{"items":[{"product":12,"variant":3,"result":"unknown","actual":null}]}',
            $calls->answer('POST', 'stock', [], '{"items":[{"product":12,"variant":3,"from":2,"to":1}]}')->body
        );
        self::assertSame(
            '{"items":[{"sku":"A","product":12,"variant":null,"amount":7,"tracked":true,"own":true}]}',
            $calls->answer('GET', 'stock', ['skus' => ['A']], '')->body
        );
    }

    public function test_A_tracking_number_is_added_once(): void
    {
        $this->expect(200, '{"order":12,"result":"added"}', 'POST', 'tracking', ['order' => '12'], '{"number":"1Z999"}');
        $this->expect(200, '{"order":12,"result":"present"}', 'POST', 'tracking', ['order' => '12'], '{"number":"1Z999"}');
        $this->expect(200, '{"order":12,"result":"added"}', 'POST', 'tracking', ['order' => '12'], '{"number":"1z999"}');
        $this->expect(200, '{"order":14,"result":"added"}', 'POST', 'tracking', ['order' => '14'], '{"number":"1Z999"}');

        self::assertSame(
            [['1Z999', '1795244400', '12'], ['1z999', '1795244400', '12'], ['1Z999', '1795244400', '14']],
            $this->table('SELECT value, creationDate, order_id FROM xlite_order_tracking_number ORDER BY tracking_id')
        );
        self::assertSame(['tracking 12 1Z999', 'tracking 12 1z999', 'tracking 14 1Z999'], $this->events);
    }

    public function test_A_note_is_put_below_what_stands_there_once(): void
    {
        $line = '{"line":"ERP: SO-000123"}';
        foreach (['12', '14', '15'] as $order) {
            $this->expect(200, '{"order":' . $order . ',"result":"added"}', 'POST', 'notes', ['order' => $order], $line);
            $this->expect(200, '{"order":' . $order . ',"result":"present"}', 'POST', 'notes', ['order' => $order], $line);
        }
        $this->expect(200, '{"order":15,"result":"present"}', 'POST', 'notes', ['order' => '15'], '{"line":"Call first"}');
        $this->expect(200, '{"order":15,"result":"added"}', 'POST', 'notes', ['order' => '15'], '{"line":"Call"}');

        self::assertSame(
            [['ERP: SO-000123'], ['ERP: SO-000123'], ["Call first\r\nFragile\nERP: SO-000123\nCall"]],
            $this->table('SELECT adminNotes FROM xlite_orders WHERE order_id IN (12, 14, 15) ORDER BY order_id')
        );
    }

    /** @dataProvider refusals */
    public function test_A_refusal_names_field_and_reason(int $status, string $error, string $method, string $call, array $query = [], string $body = ''): void
    {
        $this->expect($status, '{"error":' . $error . '}', $method, $call, $query, $body);
        self::assertSame([], $this->table('SELECT 1 FROM xlite_order_tracking_number'));
    }

    public static function refusals(): array
    {
        $order = '{"field":"order","message":"\'order\' must be a whole number from 1 to 4294967295."}';
        $number = '{"field":"number","message":"\'number\' must be one line of 1 to 255 characters."}';

        return [
            [404, '{"field":null,"message":"There is no such call."}', 'GET', 'abuot'],
            [404, '{"field":null,"message":"There is no such call."}', 'GET', ''],
            [405, '{"field":null,"message":"\'about\' takes GET."}', 'POST', 'about'],
            [405, '{"field":null,"message":"\'tracking\' takes POST."}', 'GET', 'tracking', ['order' => '12']],
            [405, '{"field":null,"message":"\'stock\' takes GET and POST."}', 'DELETE', 'stock'],
            [404, '{"field":"order","message":"There is no order 99."}', 'POST', 'tracking', ['order' => '99'], '{"number":"1Z"}'],
            [404, '{"field":"order","message":"There is no order 13."}', 'POST', 'notes', ['order' => '13'], '{"line":"in a cart"}'],
            [400, $order, 'POST', 'tracking', [], '{"number":"1Z"}'],
            [400, $order, 'POST', 'tracking', ['order' => '12 OR 1=1'], '{"number":"1Z"}'],
            [400, $order, 'POST', 'tracking', ['order' => ['12']], '{"number":"1Z"}'],
            [400, $number, 'POST', 'tracking', ['order' => '12'], '{}'],
            [400, $number, 'POST', 'tracking', ['order' => '12'], '{"number":"a\nb"}'],
            [400, '{"field":null,"message":"The body is not a JSON object."}', 'POST', 'stock', [], 'items=1'],
            [413, '{"field":null,"message":"The body is larger than 256 KB."}', 'POST', 'stock', [], '{"items":"' . str_repeat('x', 262144) . '"}'],
        ];
    }

    public function test_A_database_that_refuses_answers_503_and_says_nothing_of_itself(): void
    {
        $this->pdo->exec('DROP TABLE xlite_orders');
        $answer = $this->call('POST', 'notes', ['order' => '12'], '{"line":"x"}');

        self::assertSame([503, ['Retry-After' => '5']], [$answer->status, $answer->headers]);
        self::assertSame('{"error":{"field":null,"message":"The shop could not carry this out now; send it again."}}', $answer->body);
        self::assertSame(["log The call 'notes' failed: PDOException 42S02"], $this->events);
    }

    public function test_Parallel_calls_add_one_tracking_number_and_one_line(): void
    {
        $script = 'require $argv[1]; $pdo = Integration\ErpBridge\Tests\Support\Shop::connect(); fgets(STDIN);'
            . '$db = new Integration\ErpBridge\Tests\Support\PdoDatabase($pdo); $t = new Integration\ErpBridge\Database\Tables("xlite_", true);'
            . '(new Integration\ErpBridge\Orders\TrackingNumbers($db, $t, "time"))->add(12, "1Z999");'
            . '(new Integration\ErpBridge\Orders\StaffNotes($db, $t))->add(12, "ERP: SO-1");'
            . '(new Integration\ErpBridge\Orders\StaffNotes($db, $t))->add(12, "mine " . $argv[2]);';
        $runs = [];
        for ($number = 1; $number <= 8; $number++) {
            $process = proc_open([PHP_BINARY, '-r', $script, dirname(__DIR__) . '/Support/bootstrap.php', (string) $number], [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
            $runs[] = [$process, $pipes];
        }
        foreach ($runs as list(, $pipes)) {
            fwrite($pipes[0], "go\n");
        }
        foreach ($runs as list($process, $pipes)) {
            self::assertSame('', stream_get_contents($pipes[1]) . stream_get_contents($pipes[2]));
            proc_close($process);
        }

        self::assertSame([['1Z999']], $this->table('SELECT value FROM xlite_order_tracking_number'));
        $lines = explode("\n", $this->table('SELECT adminNotes FROM xlite_orders WHERE order_id = 12')[0][0]);
        self::assertCount(9, $lines);
        self::assertCount(9, array_unique($lines));
    }

    private function expect(int $status, string $body, string $method, string $call, array $query = [], string $request = ''): void
    {
        $answer = $this->call($method, $call, $query, $request);
        self::assertSame([$status, $body], [$answer->status, $answer->body]);
    }

    private function call(string $method, string $call, array $query, string $body): \Integration\ErpBridge\Call\Answer
    {
        return $this->calls(new Tables(Shop::PREFIX, true))->answer($method, $call, $query, $body);
    }

    private function calls(Tables $tables): Calls
    {
        $shop = $this->createStub(ShopSide::class);
        $shop->method('addOnVersion')->willReturn('5.4.1.0');
        $shop->method('storeVersion')->willReturn('5.4.1.5');
        $shop->method('isStockAtomic')->willReturn(true);
        $shop->method('stockWasSet')->willReturnCallback(function () {
            $this->events[] = 'stockWasSet';
        });
        $shop->method('trackingWasAdded')->willReturnCallback(function ($order, $number) {
            $this->events[] = "tracking $order $number";
        });
        $shop->method('log')->willReturnCallback(function ($line) {
            $this->events[] = "log $line";
        });

        return new Calls(new PdoDatabase($this->pdo), $tables, $shop, function (): int {
            return 1795244400;
        });
    }

    private function table(string $sql): array
    {
        return array_map(function (array $row): array {
            return array_map('strval', $row);
        }, $this->pdo->query($sql)->fetchAll(\PDO::FETCH_NUM));
    }
}
