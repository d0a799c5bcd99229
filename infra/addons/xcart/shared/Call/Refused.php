<?php

namespace Integration\ErpBridge\Call;

/** A call that is not carried out; nothing was done. */
final class Refused extends \Exception
{
    /** @var int the HTTP status */
    public $status;

    /** @var string|null where in the request, like `items[3].to` */
    public $field;

    public function __construct(int $status, ?string $field, string $message)
    {
        parent::__construct($message);
        $this->status = $status;
        $this->field = $field;
    }
}
