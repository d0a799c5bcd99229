<?php

namespace Integration\ErpBridge\Core\Task;

use Integration\ErpBridge\Core\Parts;
use XCart\Event\Task\CronEvent;

/** Sends what waits, at every run of the shop's scheduler. */
class Send extends \XLite\Core\Task\Base\Periodic
{
    /** Less than a minute, so that a scheduler started every minute never finds the task not yet due. */
    private const PERIOD = 40;

    /** Without a task row X-Cart's own method would break off the whole run. */
    public function handleTask(CronEvent $event): void
    {
        if (\XLite\Core\Database::getRepo('XLite\Model\Task')->findOneBy(['owner' => static::class]) !== null) {
            parent::handleTask($event);
        }
    }

    public function getTitle()
    {
        return static::t('ErpBridge: Send hints to the gateway');
    }

    protected function getPeriod()
    {
        return self::PERIOD;
    }

    protected function runStep()
    {
        $this->message = Parts::runTask();
    }
}
