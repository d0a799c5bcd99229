<?php

namespace Integration\ErpBridge\Tests\Concurrency;

use PHPUnit\Framework\TestCase;

/** 200 processes at the levels of a product and a variant: compare-and-set calls and the shop's own sales, through the real Doctrine. */
final class ConcurrentWritersTest extends TestCase
{
    /** @dataProvider editions */
    public function test_Exact_stock_levels_lose_not_one_unit(string $edition): void
    {
        $run = self::run200($edition, 'atomic');

        self::assertSame(['', 200], [$run['problem'], $run['answers']]);
        self::assertSame($run['expected'], $run['actual']);
        self::assertGreaterThan(0, $run['hints']);
    }

    public static function editions(): array
    {
        return [['5.4'], ['5.5']];
    }

    /** The broken twin: X-Cart as it is, so that the test above is known to be able to fail. */
    public function test_X_Carts_own_way_loses_units(): void
    {
        $run = self::run200('5.4', 'plain');

        self::assertSame(['', 200], [$run['problem'], $run['answers']]);
        self::assertNotSame($run['expected'], $run['actual']);
    }

    private static function run200(string $edition, string $mode): array
    {
        $command = [PHP_BINARY, __DIR__ . '/writers.php', $edition, $mode];
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
        $output = stream_get_contents($pipes[1]);
        $errors = stream_get_contents($pipes[2]);
        proc_close($process);
        $run = json_decode($output, true);
        self::assertIsArray($run, $output . $errors);

        return $run;
    }
}
