<?php

namespace Integration\ErpBridge\Tests\Unit;

use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;
use Integration\ErpBridge\Hint\HintSettings;
use Integration\ErpBridge\Hint\Outbox;
use Integration\ErpBridge\Hint\Recorder;
use PHPUnit\Framework\TestCase;

final class RecorderTest extends TestCase
{
    /** @var int */
    private $now = 1700000000;

    /** @var string[] */
    private $log = [];

    /** @var int */
    private $announced = 0;

    /** @var array[] parameters of the inserts */
    private $inserted = [];

    /** @var \Throwable|null */
    private $failure;

    public function test_One_action_of_the_shop_gives_one_hint(): void
    {
        $recorder = $this->recorder(['order.changed', 'product.changed']);
        for ($time = 0; $time < 5; $time++) {
            $recorder->record(['order.changed'], 8);
            $recorder->record(['product.changed'], 8);
        }
        $recorder->record(['order.changed'], 9);

        self::assertSame(['order.changed 8', 'product.changed 8', 'order.changed 9'], $this->types());
        self::assertSame(3, $this->announced);
    }

    public function test_What_an_order_became_is_told_even_after_a_plain_change_but_not_the_other_way_round(): void
    {
        $recorder = $this->recorder(['order.paid', 'order.changed']);
        $recorder->record(['order.changed'], 8);
        $recorder->record(['order.paid', 'order.changed'], 8);
        $recorder->record(['order.changed'], 8);

        self::assertSame(['order.changed 8', 'order.paid 8'], $this->types());
    }

    public function test_A_later_change_in_a_long_process_is_news(): void
    {
        $recorder = $this->recorder(['product.changed']);
        $recorder->record(['product.changed'], 8);
        $this->now += 6;
        $recorder->record(['product.changed'], 8);

        self::assertSame(['product.changed 8', 'product.changed 8'], $this->types());
    }

    public function test_A_type_that_is_off_gives_way_to_the_next(): void
    {
        $recorder = $this->recorder(['order.changed']);
        $recorder->record(['order.paid', 'order.changed'], 8);
        $recorder->record(['customer.changed'], 3);
        $recorder->record(['order.changed'], 0);

        self::assertSame(['order.changed 8'], $this->types());
    }

    public function test_A_broken_outbox_never_reaches_the_shop_and_is_logged_once(): void
    {
        $this->failure = new \RuntimeException('SQLSTATE[42S02]: secret things', 1146);
        $recorder = $this->recorder(['order.changed']);
        $recorder->record(['order.changed'], 8);
        $recorder->record(['order.changed'], 9);

        self::assertSame(['A hint could not be recorded: RuntimeException 1146'], $this->log);
    }

    public function test_A_broken_log_never_reaches_the_shop_either(): void
    {
        $this->failure = new \RuntimeException('no table');
        $recorder = $this->recorder(['order.changed'], function () {
            throw new \RuntimeException('no log');
        });

        $recorder->record(['order.changed'], 8);
        self::assertSame(0, $this->announced);
    }

    /** @dataProvider deadlocks */
    public function test_A_deadlock_is_the_shops_to_handle(\Throwable $failure): void
    {
        $this->failure = $failure;
        $recorder = $this->recorder(['order.changed']);

        $this->expectExceptionObject($failure);
        $recorder->record(['order.changed'], 8);
    }

    public static function deadlocks(): array
    {
        $pdo = new \PDOException('SQLSTATE[40001]');
        $pdo->errorInfo = ['40001', 1213, 'Deadlock found'];

        return [[$pdo], [new \RuntimeException('wrapped', 0, $pdo)], [new \RuntimeException('driver', 1213)]];
    }

    private function recorder(array $on, callable $log = null): Recorder
    {
        $database = $this->createStub(Database::class);
        $database->method('change')->willReturnCallback(function (string $sql, array $parameters): int {
            if ($this->failure !== null) {
                throw $this->failure;
            }
            $this->inserted[] = $parameters;
            return 1;
        });

        return new Recorder(
            function () use ($on): HintSettings {
                return new HintSettings('https://a.example/', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', '', array_fill_keys($on, true), true);
            },
            new Outbox($database, new Tables('xlite_', true)),
            function (): int {
                return $this->now;
            },
            $log ?? function (string $line) {
                $this->log[] = $line;
            },
            function () {
                $this->announced++;
            }
        );
    }

    private function types(): array
    {
        return array_map(function (array $parameters): string {
            return $parameters[1] . ' ' . $parameters[2];
        }, $this->inserted);
    }
}
