<?php

namespace Integration\ErpBridge\Hint;

use Integration\ErpBridge\Database\Deadlock;

/** Puts hints into the outbox. Whatever goes wrong here, the shop goes on. */
final class Recorder
{
    /** @var callable(): HintSettings */
    private $settings;

    /** @var Outbox */
    private $outbox;

    /** @var callable(): int */
    private $clock;

    /** @var callable(string): void */
    private $log;

    /** @var callable(HintSettings): void */
    private $recorded;

    /** @var RecentHints */
    private $recent;

    /** @var bool */
    private $hasComplained = false;

    /**
     * @param callable $settings gives the HintSettings
     * @param callable $clock gives the seconds since 1970
     * @param callable $log takes one line without personal data
     * @param callable $recorded is told, with the HintSettings, that something waits now
     */
    public function __construct(callable $settings, Outbox $outbox, callable $clock, callable $log, callable $recorded)
    {
        $this->settings = $settings;
        $this->outbox = $outbox;
        $this->clock = $clock;
        $this->log = $log;
        $this->recorded = $recorded;
        $this->recent = new RecentHints();
    }

    /**
     * Records the first of the types that the settings want.
     *
     * @param string[] $types the most telling one first
     */
    public function record(array $types, int $entityId): void
    {
        try {
            $settings = ($this->settings)();
            foreach ($types as $type) {
                if ($entityId > 0 && $settings->wants($type)) {
                    $this->add($type, $entityId, $settings);
                    return;
                }
            }
        } catch (\Throwable $failure) {
            if (Deadlock::caused($failure)) {
                throw $failure;
            }
            $this->complain($failure);
        }
    }

    private function add(string $type, int $entityId, HintSettings $settings): void
    {
        $now = ($this->clock)();
        if ($this->recent->covers($type, $entityId, $now)) {
            return;
        }

        $this->outbox->add(Hint::of($type, $entityId, $now), $now);
        $this->recent->remember($type, $entityId, $now);
        ($this->recorded)($settings);
    }

    /** Says once per request that hints are being missed. Never throws. */
    public function complain(\Throwable $failure): void
    {
        if ($this->hasComplained) {
            return;
        }

        $this->hasComplained = true;
        try {
            ($this->log)('A hint could not be recorded: ' . get_class($failure) . ' ' . $failure->getCode());
        } catch (\Throwable $silent) {
            // The log is the last place to say anything, and a checkout must not fail for it.
            return;
        }
    }
}
