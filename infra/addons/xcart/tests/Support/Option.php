<?php

namespace Integration\ErpBridge\Tests\Support;

/** FAKE of a row of X-Cart's settings. */
final class Option
{
    public $category;
    public $name;
    private $value;

    public function __construct(string $name, string $value, string $category = 'Integration\\ErpBridge')
    {
        $this->name = $name;
        $this->value = $value;
        $this->category = $category;
    }

    public function getValue()
    {
        return $this->value;
    }
}
