<?php

namespace Integration\ErpBridge\Hint;

/** Sends a POST. Never throws for what the network does. */
interface Post
{
    /** @param array<string, string> $headers */
    public function send(string $url, array $headers, string $body, int $seconds): Reply;
}
