<?php

namespace Integration\ErpBridge\Hint;

/** When a hint that could not be delivered is sent again. */
final class RetrySchedule
{
    /** Seconds after which a hint is given up. */
    public const GIVE_UP = 3 * 24 * 3600;

    private const PAUSES = [10, 30, 60, 300, 900];
    private const LATER = 3600;

    /**
     * The time of the next attempt, or null when there is none.
     *
     * @param int $attempts how many were made, with the one that just failed
     * @param int $since when the hint was put into the outbox
     * @param int|null $retryAfter seconds that the other side asked for
     */
    public static function next(int $attempts, int $since, int $now, ?int $retryAfter): ?int
    {
        $end = $since + self::GIVE_UP;
        if ($now >= $end) {
            return null;
        }

        $pause = max(self::PAUSES[$attempts - 1] ?? self::LATER, $retryAfter ?? 0);
        return min($now + $pause, $end);
    }
}
