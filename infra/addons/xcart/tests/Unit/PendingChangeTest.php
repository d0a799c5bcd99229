<?php

namespace Integration\ErpBridge\Tests\Unit;

use Integration\ErpBridge\Sale\PendingChange;
use PHPUnit\Framework\TestCase;

final class PendingChangeTest extends TestCase
{
    public function test_A_sale_is_taken_from_what_the_database_holds(): void
    {
        self::assertSame(58, PendingChange::note(null, 100, 98, -2)->level(100, 98, 60));
        self::assertSame(0, PendingChange::note(null, 100, 98, -2)->level(100, 98, 1));
    }

    public function test_A_sale_of_more_than_was_seen_still_takes_all_of_it(): void
    {
        self::assertSame(7, PendingChange::note(null, 1, 0, -3)->level(1, 0, 10));
    }

    public function test_Several_changes_before_one_write_add_up(): void
    {
        $first = PendingChange::note(null, 100, 98, -2);
        $second = PendingChange::note($first, 98, 99, 1);

        self::assertSame(9, $second->level(100, 99, 10));
    }

    public function test_A_level_that_staff_set_is_written_as_they_set_it(): void
    {
        $sale = PendingChange::note(null, 100, 98, -2);
        self::assertNull($sale->level(100, 50, 60), 'set after the sale');

        $afterSetting = PendingChange::note(null, 50, 48, -2);
        self::assertNull($afterSetting->level(100, 48, 60), 'set before the sale');

        $between = PendingChange::note($sale, 50, 48, -2);
        self::assertNull($between->level(100, 48, 60), 'set between two sales');
    }

    public function test_What_another_add_on_made_of_the_change_counts(): void
    {
        self::assertSame(59, PendingChange::note(null, 100, 99, -2)->level(100, 99, 60));
    }
}
