<?php

namespace Integration\ErpBridge\Hint;

/** What a run of the sender did. */
final class SendResult
{
    /** @var int */
    public $delivered = 0;

    /** @var int */
    public $missed = 0;

    public function tried(): int
    {
        return $this->delivered + $this->missed;
    }

    public function inWords(): string
    {
        return $this->delivered . ' delivered, ' . $this->missed . ' to be tried again';
    }
}
