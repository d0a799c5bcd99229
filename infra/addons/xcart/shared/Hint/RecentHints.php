<?php

namespace Integration\ErpBridge\Hint;

/** Remembers what this request has hinted: one action of the shop's writes one record many times. */
final class RecentHints
{
    /** A long-running process (import, scheduler) may change a record again later, which is news. */
    private const SECONDS = 5;
    private const MOST = 2000;

    /** @var array<string, array<int, array<string, int>>> entity => id => type => when */
    private $seen = [];

    /** @var int */
    private $size = 0;

    /** True when the hint says nothing that was not said just now. A plain "changed" adds nothing to any other. */
    public function covers(string $type, int $entityId, int $now): bool
    {
        $of = $this->seen[HintType::entity($type)][$entityId] ?? [];
        $isPlain = substr($type, -8) === '.changed';
        foreach ($of as $said => $when) {
            if ($now - $when <= self::SECONDS && ($isPlain || $said === $type)) {
                return true;
            }
        }

        return false;
    }

    public function remember(string $type, int $entityId, int $now): void
    {
        if (++$this->size > self::MOST) {
            $this->seen = [];
            $this->size = 1;
        }
        $this->seen[HintType::entity($type)][$entityId][$type] = $now;
    }
}
