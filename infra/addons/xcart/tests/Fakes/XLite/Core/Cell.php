<?php

namespace XLite\Core;

/** FAKE of X-Cart's CommonCell: what is not there reads as null. */
class Cell
{
    /** @var array */
    private $values;

    public function __construct(array $values)
    {
        $this->values = $values;
    }

    public function __get($name)
    {
        $value = $this->values[$name] ?? null;

        return is_array($value) ? new self($value) : $value;
    }
}
