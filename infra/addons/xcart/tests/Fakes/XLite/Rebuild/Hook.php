<?php

namespace XLite\Rebuild;

/** FAKE of X-Cart 5.4's hook. */
class Hook
{
    /** @var callable */
    public $work;

    public function __construct(callable $work)
    {
        $this->work = $work;
    }
}
