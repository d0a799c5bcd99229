<?php

namespace Integration\ErpBridge\Tests\Unit;

use Integration\ErpBridge\Call\Json;
use Integration\ErpBridge\Call\Keys;
use Integration\ErpBridge\Call\Refused;
use Integration\ErpBridge\Stock\LevelQuery;
use Integration\ErpBridge\Stock\LevelRequest;
use PHPUnit\Framework\TestCase;

final class JsonTest extends TestCase
{
    /** @dataProvider badItems */
    public function test_One_bad_item_refuses_the_whole_request(string $items, string $field, string $message): void
    {
        try {
            LevelRequest::readAll(Json::object('{"items":' . $items . '}'));
            self::fail('The request was taken.');
        } catch (Refused $refused) {
            self::assertSame([400, $field, $message], [$refused->status, $refused->field, $refused->getMessage()]);
        }
    }

    public static function badItems(): array
    {
        $good = '{"product":1,"from":1,"to":2}';
        $level = 'must be a whole number from 0 to 4294967295.';
        $id = 'must be a whole number from 1 to 4294967295.';
        $list = "'items' must be a list of 1 to 500 items.";

        return [
            ["[$good,$good,$good,{\"product\":1,\"from\":1,\"to\":-1}]", 'items[3].to', "'to' $level"],
            ['[{"product":1,"from":1,"to":4294967296}]', 'items[0].to', "'to' $level"],
            ['[{"product":1,"from":1,"to":99999999999999999999}]', 'items[0].to', "'to' $level"],
            ['[{"product":1,"from":1.5,"to":2}]', 'items[0].from', "'from' $level"],
            ['[{"product":1,"from":"1","to":2}]', 'items[0].from', "'from' $level"],
            ['[{"product":1,"from":true,"to":2}]', 'items[0].from', "'from' $level"],
            ['[{"product":1,"to":2}]', 'items[0].from', "'from' $level"],
            ['[{"product":0,"from":1,"to":2}]', 'items[0].product', "'product' $id"],
            ['[{"from":1,"to":2}]', 'items[0].product', "'product' $id"],
            ['[{"product":1,"variant":0,"from":1,"to":2}]', 'items[0].variant', "'variant' $id"],
            ['[{"product":1,"variant":"7","from":1,"to":2}]', 'items[0].variant', "'variant' $id"],
            ['[7]', 'items[0]', 'An item must be an object.'],
            ['[]', 'items', $list],
            ['{}', 'items', $list],
            ['null', 'items', $list],
            ['[' . implode(',', array_fill(0, 501, $good)) . ']', 'items', $list],
        ];
    }

    public function test_A_full_request_is_read(): void
    {
        $items = implode(',', array_fill(0, 500, '{"product":4294967295,"variant":7,"from":0,"to":4294967295,"unknown":{"a":1}}'));
        $requests = LevelRequest::readAll(Json::object("{\"items\":[$items],\"unknown\":1}"));

        self::assertCount(500, $requests);
        self::assertSame([4294967295, 7, 0, 4294967295], [$requests[0]->product, $requests[0]->variant, $requests[0]->from, $requests[0]->to]);
        self::assertNull(LevelRequest::readAll(Json::object('{"items":[{"product":1,"variant":null,"from":1,"to":2}]}'))[0]->variant);
    }

    /** @dataProvider badBodies */
    public function test_A_body_that_is_no_object_is_refused(string $body, int $status): void
    {
        try {
            Json::object($body);
            self::fail('The body was taken.');
        } catch (Refused $refused) {
            self::assertSame($status, $refused->status);
        }
    }

    public static function badBodies(): array
    {
        return [['', 400], ['[]', 400], ['7', 400], ['{', 400], ["{\"a\":\"\xff\"}", 400], [str_repeat('[', 20), 400], ['{"a":"' . str_repeat('x', 262144) . '"}', 413]];
    }

    /** @dataProvider lines */
    public function test_A_line_is_one_line_of_1_to_255_characters(string $json, bool $isGood): void
    {
        try {
            $line = Json::line(Json::object('{"line":' . $json . '}'), 'line');
            self::assertTrue($isGood, $line);
        } catch (Refused $refused) {
            self::assertFalse($isGood, $json);
            self::assertSame('line', $refused->field);
        }
    }

    public static function lines(): array
    {
        return [
            ['"ERP: SO-000123"', true],
            [json_encode(str_repeat('ä', 255)), true],
            [json_encode(str_repeat('ä', 256)), false],
            ['""', false],
            ['"  "', false],
            ['"a\nb"', false],
            ['"a\r"', false],
            ['"a\n"', false],
            ['"a\u0000b"', false],
            ['"a\u2028b"', false],
            ['7', false],
            ['null', false],
        ];
    }

    public function test_A_query_takes_a_hundred_values(): void
    {
        $query = LevelQuery::read(['skus' => array_map('strval', range(1, 60)), 'products' => array_map('strval', range(1, 40))]);
        self::assertSame([60, 40], [count($query->skus), count($query->products)]);
        self::assertSame([[], []], [LevelQuery::read([])->skus, LevelQuery::read([])->products]);
    }

    /** @dataProvider badQueries */
    public function test_A_query_that_cannot_be_understood_is_refused(array $query, ?string $field): void
    {
        try {
            LevelQuery::read($query);
            self::fail('The query was taken.');
        } catch (Refused $refused) {
            self::assertSame([400, $field], [$refused->status, $refused->field]);
        }
    }

    public static function badQueries(): array
    {
        return [
            [['skus' => array_map('strval', range(1, 101))], null],
            [['skus' => 'A'], 'skus'],
            [['skus' => ['A', '']], 'skus[1]'],
            [['skus' => [['A']]], 'skus[0]'],
            [['products' => ['0']], 'products[0]'],
            [['products' => ['1e3']], 'products[0]'],
            [['products' => ['12 ']], 'products[0]'],
            [['products' => ['4294967296']], 'products[0]'],
        ];
    }

    /** @dataProvider keys */
    public function test_Keys_open_what_they_should(string $write, string $read, string $given, bool $isWrite, int $status): void
    {
        try {
            (new Keys($write, $read))->demand($given, $isWrite);
            self::assertSame(200, $status);
        } catch (Refused $refused) {
            self::assertSame($status, $refused->status);
        }
    }

    public static function keys(): array
    {
        return [
            ['w', 'r', 'w', true, 200],
            ['w', 'r', 'w', false, 200],
            ['w', 'r', 'r', false, 200],
            ['w', 'r', 'r', true, 403],
            ['w', 'r', 'x', false, 401],
            ['w', 'r', '', false, 401],
            ['w', '', '', false, 401],
            ['', 'r', 'r', true, 403],
            ['', 'r', '', true, 401],
            ['', '', '', false, 403],
            ['', '', 'w', false, 403],
            ['same', 'same', 'same', true, 200],
        ];
    }
}
