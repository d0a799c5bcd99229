<?php

namespace XLite\Module\Integration\ErpBridge\Core;

/** Adds the add-on's subscriber to every entity manager. */
abstract class Database extends \XLite\Core\Database implements \XLite\Base\IDecorator
{
    public function startEntityManager()
    {
        parent::startEntityManager();

        if (!defined('LC_CACHE_BUILDING')) {
            static::getEM()->getEventManager()->addEventSubscriber(new EntityListener());
        }
    }
}
