<?php

namespace Integration\ErpBridge\Hint;

/** Reads the header `Retry-After`: seconds, or a date. */
final class RetryAfter
{
    /** Seconds from now; null when the header says nothing usable. */
    public static function seconds(?string $header, int $now): ?int
    {
        $header = trim((string) $header);
        if (preg_match('/^\d{1,9}$/D', $header)) {
            return (int) $header;
        }

        $date = \DateTime::createFromFormat('D, d M Y H:i:s \G\M\T', $header, new \DateTimeZone('UTC'));
        return $date === false ? null : max(0, $date->getTimestamp() - $now);
    }
}
