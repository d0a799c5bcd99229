<?php

// The add-on's own classes cannot be loaded any more here, and an exception would stop the removal half-way.
return new \XLite\Rebuild\Hook(function () {
    try {
        $em = \XLite\Core\Database::getEM();
        $leftOvers = array_merge(
            \XLite\Core\Database::getRepo('XLite\Model\Task')->findBy(['owner' => 'XLite\\Module\\Integration\\ErpBridge\\Core\\Task\\Send']),
            \XLite\Core\Database::getRepo('XLite\Model\Config')->findBy(['category' => 'Integration\\ErpBridge']),
            \XLite\Core\Database::getRepo('XLite\Model\LanguageLabel')->createQueryBuilder('l')
                ->andWhere('l.name LIKE :ours')->setParameter('ours', 'ErpBridge: %')->getQuery()->getResult()
        );
        foreach ($leftOvers as $leftOver) {
            $em->remove($leftOver);
        }
        $em->flush();
    } catch (\Throwable $failure) {
        \XLite\Logger::logCustom('ErpBridge', 'Settings and task row could not be removed: ' . get_class($failure));
    }
});
