<?php

namespace Integration\ErpBridge\Hint;

/** One hint: look at this record. It carries an id and nothing else of the record. */
final class Hint
{
    /** @var string unique; the same at every attempt */
    public $messageId;

    /** @var string */
    public $type;

    /** @var int */
    public $entityId;

    /** @var string what is sent, letter for letter */
    public $body;

    public function __construct(string $messageId, string $type, int $entityId, string $body)
    {
        $this->messageId = $messageId;
        $this->type = $type;
        $this->entityId = $entityId;
        $this->body = $body;
    }

    /** @param int $at seconds since 1970 */
    public static function of(string $type, int $entityId, int $at): self
    {
        $body = json_encode([
            'type' => $type,
            'entity' => HintType::entity($type),
            'id' => (string) $entityId,
            'occurredAt' => gmdate('Y-m-d\TH:i:s\Z', $at),
        ]);

        return new self('msg_' . bin2hex(random_bytes(16)), $type, $entityId, (string) $body);
    }
}
