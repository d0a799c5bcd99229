<?php

namespace Integration\ErpBridge\Tests\Support;

use Integration\ErpBridge\Hint\Post;
use Integration\ErpBridge\Hint\Reply;

/** Answers as told and remembers what was sent. */
final class FakePost implements Post
{
    /** @var array[] */
    public $sent = [];

    /** @var Reply[] the answers in order; the last one repeats */
    private $replies;

    /** @var callable|null run at every request */
    public $during;

    public function __construct(Reply ...$replies)
    {
        $this->replies = $replies;
    }

    public function send(string $url, array $headers, string $body, int $seconds): Reply
    {
        $this->sent[] = ['url' => $url, 'headers' => $headers, 'body' => $body, 'seconds' => $seconds];
        if ($this->during !== null) {
            ($this->during)();
        }

        return count($this->replies) > 1 ? array_shift($this->replies) : $this->replies[0];
    }
}
