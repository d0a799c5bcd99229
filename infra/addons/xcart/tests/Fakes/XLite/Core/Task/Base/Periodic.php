<?php

namespace XLite\Core\Task\Base;

/** FAKE of X-Cart's periodic task: 5.4 calls run(), 5.5 handleTask(). */
abstract class Periodic
{
    protected $message;

    abstract public function getTitle();

    abstract protected function getPeriod();

    abstract protected function runStep();

    public function handleTask(\XCart\Event\Task\CronEvent $event): void
    {
        $this->run();
    }

    public function run()
    {
        $this->runStep();
    }

    public function getMessage()
    {
        return $this->message;
    }

    public static function t($label)
    {
        return $label;
    }
}
