<?php

namespace Doctrine\Bundle\DoctrineBundle\EventSubscriber;

/** FAKE of the bundle's mark of subscribers. */
interface EventSubscriberInterface extends \Doctrine\Common\EventSubscriber
{
}
