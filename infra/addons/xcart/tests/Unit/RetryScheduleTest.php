<?php

namespace Integration\ErpBridge\Tests\Unit;

use Integration\ErpBridge\Hint\RetryAfter;
use Integration\ErpBridge\Hint\RetrySchedule;
use PHPUnit\Framework\TestCase;

final class RetryScheduleTest extends TestCase
{
    private const T = 1700000000;

    public function test_The_pauses_are_the_protocols(): void
    {
        $pauses = [];
        for ($attempts = 1; $attempts <= 8; $attempts++) {
            $pauses[] = RetrySchedule::next($attempts, self::T, self::T, null) - self::T;
        }

        self::assertSame([10, 30, 60, 300, 900, 3600, 3600, 3600], $pauses);
    }

    public function test_Retry_After_makes_a_pause_longer_never_shorter(): void
    {
        self::assertSame(self::T + 120, RetrySchedule::next(1, self::T, self::T, 120));
        self::assertSame(self::T + 900, RetrySchedule::next(5, self::T, self::T, 1));
    }

    public function test_After_three_days_it_is_given_up(): void
    {
        $end = self::T + 3 * 24 * 3600;

        self::assertSame($end, RetrySchedule::next(80, self::T, $end - 5, null));
        self::assertSame($end, RetrySchedule::next(80, self::T, $end - 3700, 999999));
        self::assertNull(RetrySchedule::next(80, self::T, $end, null));
    }

    /** @dataProvider headers */
    public function test_Retry_After_is_seconds_or_a_date(?string $header, ?int $seconds): void
    {
        self::assertSame($seconds, RetryAfter::seconds($header, 1445412420));
    }

    public static function headers(): array
    {
        return [
            ['120', 120],
            [" 7\r\n", 7],
            ['Wed, 21 Oct 2015 07:28:00 GMT', 60],
            ['Wed, 21 Oct 2015 07:26:00 GMT', 0],
            ['-1', null],
            ['soon', null],
            ['', null],
            [null, null],
        ];
    }
}
