<?php

namespace XLite\Module\Integration\ErpBridge\Core;

/** Hears of changed entities. */
final class EntityListener implements \Doctrine\Common\EventSubscriber
{
    use EntityEvents;
}
