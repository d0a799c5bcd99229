<?php

namespace Integration\ErpBridge\Sale;

/**
 * What the shop took from, or gave back to, a stock level in memory and has not written yet.
 *
 * X-Cart computes an absolute level from the one it read earlier and writes it when it flushes. This keeps the difference,
 * so that at the flush it can be applied to the level that the database holds by then.
 */
final class PendingChange
{
    /** @var int the level in memory before the first change */
    private $start;

    /** @var int */
    private $difference;

    /** @var int the level in memory after the last change */
    private $after;

    private function __construct(int $start, int $difference, int $after)
    {
        $this->start = $start;
        $this->difference = $difference;
        $this->after = $after;
    }

    /**
     * Adds what just happened in memory.
     *
     * @param self|null $earlier what was pending before
     * @param int $before the level in memory before
     * @param int $after the level in memory now
     * @param int $asked the difference that the shop asked for
     */
    public static function note(?self $earlier, int $before, int $after, int $asked): self
    {
        // X-Cart stops at zero; another add-on may have made something else of the request, and that counts then.
        $difference = $after === max(0, $before + $asked) ? $asked : $after - $before;

        return $earlier !== null && $earlier->after === $before
            ? new self($earlier->start, $earlier->difference + $difference, $after)
            : new self($before, $difference, $after);
    }

    /**
     * The level to write; null when somebody set the level in memory to a number of their own.
     *
     * @param int $loaded the level that was read from the database
     */
    public function level(int $loaded, int $inMemory, int $inDatabase): ?int
    {
        return $loaded === $this->start && $inMemory === $this->after ? max(0, $inDatabase + $this->difference) : null;
    }
}
