<?php

namespace Integration\ErpBridge\Hint;

/** Sends what waits in the outbox. Several senders may run at once. */
final class Sender
{
    private const BATCH = 20;

    /** Longer than one batch can take, so that no hint is sent by two. */
    private const CLAIM_SECONDS = 180;

    /** @var Outbox */
    private $outbox;

    /** @var Post */
    private $post;

    /** @var callable(): int */
    private $clock;

    /** @var string */
    private $userAgent;

    public function __construct(Outbox $outbox, Post $post, callable $clock, string $userAgent)
    {
        $this->outbox = $outbox;
        $this->post = $post;
        $this->clock = $clock;
        $this->userAgent = $userAgent;
    }

    /**
     * Sends due hints until there are none, the time is over or the endpoint is away.
     *
     * @param int $seconds for the whole run; the last request may exceed it by $requestSeconds
     */
    public function run(HintSettings $settings, int $most, int $seconds, int $requestSeconds): SendResult
    {
        $result = new SendResult();
        if ($settings->problem() !== null) {
            return $result;
        }

        $end = ($this->clock)() + $seconds;
        while ($result->tried() < $most && ($this->clock)() < $end) {
            $now = ($this->clock)();
            $rows = $this->outbox->claim(min(self::BATCH, $most - $result->tried()), $now, $now + self::CLAIM_SECONDS);
            if ($rows === [] || !$this->sendBatch($rows, $settings, $end, $requestSeconds, $result)) {
                break;
            }
        }

        return $result;
    }

    /** Sends a test hint, which is not kept. */
    public function test(HintSettings $settings, int $requestSeconds): Reply
    {
        $now = ($this->clock)();
        $hint = Hint::of(HintType::TEST, 0, $now);

        return $this->send($settings, $hint->messageId, $hint->body, $requestSeconds);
    }

    /** False when the endpoint is away or the time is over. */
    private function sendBatch(array $rows, HintSettings $settings, int $end, int $requestSeconds, SendResult $result): bool
    {
        while ($rows !== []) {
            if (($this->clock)() >= $end) {
                $this->outbox->release($rows);
                return false;
            }

            $row = array_shift($rows);
            $reply = $this->send($settings, $row['messageId'], $row['body'], $requestSeconds);
            $now = ($this->clock)();
            if ($reply->isDelivered()) {
                $this->outbox->delivered($row, $reply->status, $now);
                $result->delivered++;
                continue;
            }

            $next = RetrySchedule::next((int) $row['attempts'] + 1, (int) $row['createdAt'], $now, $reply->retryAfter);
            $this->outbox->missed($row, $reply, $next, $now);
            $result->missed++;
            if ($reply->isAway()) {
                $this->outbox->release($rows);
                return false;
            }
        }

        return true;
    }

    private function send(HintSettings $settings, string $messageId, string $body, int $requestSeconds): Reply
    {
        $headers = Signature::headers($settings->secrets, $messageId, ($this->clock)(), $body);
        $headers['User-Agent'] = $this->userAgent;

        return $this->post->send($settings->endpoint, $headers, $body, $requestSeconds);
    }
}
