<?php

namespace Integration\ErpBridge\Hint;

/** Which addresses hints may be sent to: https, or http to this very machine. */
final class Endpoint
{
    /** What is wrong with the address, in plain words; null when it may be used. */
    public static function problem(string $url): ?string
    {
        $parts = parse_url($url);
        if ($parts === false || empty($parts['host']) || !preg_match('/^[\x21-\x7e]+$/D', $url)) {
            return 'The endpoint is not an address.';
        }
        if (isset($parts['user']) || isset($parts['pass']) || isset($parts['fragment'])) {
            return 'The endpoint must not hold a user, a password or a #.';
        }

        $scheme = strtolower((string) ($parts['scheme'] ?? ''));
        if ($scheme === 'https' || ($scheme === 'http' && self::isLoopback(strtolower($parts['host'])))) {
            return null;
        }

        return 'The endpoint must begin with https://';
    }

    private static function isLoopback(string $host): bool
    {
        return $host === 'localhost' || $host === '[::1]' || preg_match('/^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/D', $host) === 1;
    }
}
