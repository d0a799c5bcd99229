<?php

namespace Integration\ErpBridge\Hint;

/**
 * Runs work once, after the shopper has the answer. Only where PHP can hand the answer over and go on (php-fpm,
 * LiteSpeed): elsewhere the shopper would wait, and the scheduler sends.
 */
final class AfterResponse
{
    /** @var bool */
    private $isArmed = false;

    /** @var callable(): void */
    private $work;

    public function __construct(callable $work)
    {
        $this->work = $work;
    }

    public static function isPossible(): bool
    {
        return PHP_SAPI !== 'cli' && self::handOver() !== null;
    }

    public function arm(): void
    {
        if ($this->isArmed || !self::isPossible()) {
            return;
        }

        $this->isArmed = true;
        register_shutdown_function([$this, 'run']);
    }

    /** @internal PHP calls it when the request is over */
    public function run(): void
    {
        $handOver = self::handOver();
        if ($handOver !== null) {
            $handOver();
        }
        ($this->work)();
    }

    private static function handOver(): ?string
    {
        foreach (['fastcgi_finish_request', 'litespeed_finish_request'] as $function) {
            if (function_exists($function)) {
                return $function;
            }
        }

        return null;
    }
}
