<?php

namespace Integration\ErpBridge\Core;

use Integration\ErpBridge\Core\Task\Send;
use Integration\ErpBridge\Hint\Signature;
use XLite\Core\Database;

/** Brings settings and task row into the state they should have. May run any number of times. */
final class Upkeep
{
    /** @param string $fixtures the install.yaml of the add-on, should X-Cart have left it out */
    public static function run(string $fixtures): void
    {
        $options = Database::getRepo('XLite\Model\Config');
        if ($options->findOneBy(['category' => Options::CATEGORY, 'name' => 'endpoint']) === null) {
            Database::getInstance()->loadFixturesFromYaml($fixtures);
        }

        $secret = $options->findOneBy(['category' => Options::CATEGORY, 'name' => 'secret']);
        if ($secret === null || trim((string) $secret->getValue()) === '') {
            $options->createOption(['category' => Options::CATEGORY, 'name' => 'secret', 'value' => Signature::newSecret()]);
        }

        self::keepOneTask();
    }

    /** X-Cart adds a second row at every re-installation, and then runs the task twice. */
    private static function keepOneTask(): void
    {
        $em = Database::getEM();
        $tasks = Database::getRepo('XLite\Model\Task')->findBy(['owner' => Send::class]);
        foreach (array_slice($tasks, 1) as $surplus) {
            $em->remove($surplus);
        }
        if ($tasks === []) {
            $task = new \XLite\Model\Task();
            $task->setOwner(Send::class);
            $em->persist($task);
        }
        $em->flush();
    }
}
