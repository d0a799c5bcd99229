<?php

namespace XCart;

/** FAKE of X-Cart 5.5's service container. */
class Container
{
    public static function getContainer()
    {
        return new self();
    }

    public function get($service)
    {
        return new $service();
    }
}
