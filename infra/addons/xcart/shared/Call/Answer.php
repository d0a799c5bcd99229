<?php

namespace Integration\ErpBridge\Call;

/** What a call answers. */
final class Answer
{
    /** @var int the HTTP status */
    public $status;

    /** @var string JSON */
    public $body;

    /** @var array<string, string> headers besides the content type */
    public $headers;

    private function __construct(int $status, array $body, array $headers)
    {
        $this->status = $status;
        $this->body = (string) json_encode($body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
        $this->headers = $headers;
    }

    public static function of(array $body): self
    {
        return new self(200, $body, []);
    }

    /** @param array<string, string> $headers */
    public static function refusal(int $status, ?string $field, string $message, array $headers = []): self
    {
        return new self($status, ['error' => ['field' => $field, 'message' => $message]], $headers);
    }
}
