<?php

namespace XLite\Core;

/** FAKE of X-Cart's way to Doctrine. */
class Database
{
    /** @var object the entity manager */
    public static $em;

    /** @var array<string, object> entity class => repository */
    public static $repositories = [];

    /** @var string[] */
    public static $loadedFixtures = [];

    public static function getEM()
    {
        return self::$em;
    }

    public static function getRepo($class)
    {
        return self::$repositories[$class];
    }

    public static function getInstance()
    {
        return new static();
    }

    public function loadFixturesFromYaml($path)
    {
        self::$loadedFixtures[] = $path;
    }

    public function startEntityManager()
    {
    }
}
