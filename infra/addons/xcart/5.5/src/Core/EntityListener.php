<?php

namespace Integration\ErpBridge\Core;

use Doctrine\Bundle\DoctrineBundle\EventSubscriber\EventSubscriberInterface;

/** Hears of changed entities. */
final class EntityListener implements EventSubscriberInterface
{
    use EntityEvents;
}
