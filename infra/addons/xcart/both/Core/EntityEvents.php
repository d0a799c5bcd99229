<?php

namespace Integration\ErpBridge\Core;

/** What the Doctrine subscribers of both editions do. */
trait EntityEvents
{
    /** @return string[] */
    public function getSubscribedEvents()
    {
        return ['postPersist', 'preUpdate', 'preRemove', 'postRemove'];
    }

    public function postPersist($args)
    {
        Parts::changes()->inserted($args->getObject());
    }

    /** Before the update, because afterwards the shop's nested flushes have emptied the change set. */
    public function preUpdate($args)
    {
        $entity = $args->getObject();
        $changes = $args->getEntityChangeSet();
        if (isset($changes['amount'])) {
            $this->settleStock($entity, (int) $changes['amount'][0]);
        }
        Parts::changes()->updated($entity, $changes);
    }

    public function preRemove($args)
    {
        Parts::changes()->leaving($args->getObject());
    }

    public function postRemove($args)
    {
        Parts::changes()->removed($args->getObject());
    }

    private function settleStock($entity, int $loaded): void
    {
        $row = Parts::stockRow($entity);
        $level = $row === null ? null : Parts::atomicStock()->settle($entity, $row, $loaded, (int) $entity->getAmount());
        if ($level !== null) {
            $entity->setAmount($level);
        }
    }
}
