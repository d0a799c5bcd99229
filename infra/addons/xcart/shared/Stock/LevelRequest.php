<?php

namespace Integration\ErpBridge\Stock;

use Integration\ErpBridge\Call\Json;
use Integration\ErpBridge\Call\Refused;

/** One level to set: to `to`, if it is `from`. */
final class LevelRequest
{
    private const MOST = 500;

    /** @var int */
    public $product;

    /** @var int|null */
    public $variant;

    /** @var int */
    public $from;

    /** @var int */
    public $to;

    private function __construct(int $product, ?int $variant, int $from, int $to)
    {
        $this->product = $product;
        $this->variant = $variant;
        $this->from = $from;
        $this->to = $to;
    }

    /**
     * Reads the whole request; one bad item refuses it all.
     *
     * @return self[]
     */
    public static function readAll(array $object): array
    {
        $items = $object['items'] ?? null;
        if (!is_array($items) || $items === [] || count($items) > self::MOST) {
            throw new Refused(400, 'items', "'items' must be a list of 1 to " . self::MOST . ' items.');
        }

        $requests = [];
        foreach ($items as $place => $item) {
            if (!$item instanceof \stdClass) {
                throw new Refused(400, "items[$place]", 'An item must be an object.');
            }
            $variant = $item->variant ?? null;
            $requests[] = new self(
                Json::id($item->product ?? null, "items[$place].product"),
                $variant === null ? null : Json::id($variant, "items[$place].variant"),
                Json::level($item->from ?? null, "items[$place].from"),
                Json::level($item->to ?? null, "items[$place].to")
            );
        }

        return $requests;
    }
}
