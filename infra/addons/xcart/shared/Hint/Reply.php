<?php

namespace Integration\ErpBridge\Hint;

/** What came back from the endpoint. */
final class Reply
{
    /** @var int the HTTP status, 0 when there was no answer */
    public $status;

    /** @var int|null seconds */
    public $retryAfter;

    /** @var string why there was no answer */
    public $problem;

    public function __construct(int $status, ?int $retryAfter = null, string $problem = '')
    {
        $this->status = $status;
        $this->retryAfter = $retryAfter;
        $this->problem = $problem;
    }

    public function isDelivered(): bool
    {
        return $this->status >= 200 && $this->status < 300;
    }

    /** Whether the next hint would fare no better now. */
    public function isAway(): bool
    {
        return $this->status === 0 || $this->status === 429 || $this->status >= 500;
    }

    public function inWords(): string
    {
        return $this->status === 0 ? 'no answer: ' . $this->problem : 'HTTP ' . $this->status;
    }
}
