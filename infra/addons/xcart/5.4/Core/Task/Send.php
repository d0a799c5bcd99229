<?php

namespace XLite\Module\Integration\ErpBridge\Core\Task;

use XLite\Module\Integration\ErpBridge\Core\Parts;

/** Sends what waits, at every run of the shop's scheduler. */
class Send extends \XLite\Core\Task\Base\Periodic
{
    /** Less than a minute, so that a scheduler started every minute never finds the task not yet due. */
    private const PERIOD = 40;

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
