<?php

namespace Integration\ErpBridge\Tests\Editions;

use Integration\ErpBridge\Tests\Support\EditionTestCase;
use Integration\ErpBridge\Tests\Support\Option;
use Integration\ErpBridge\Tests\Support\Repository;
use XLite\Core\Database;

/** What happens at install, re-deploy and removal. */
final class HooksTest extends EditionTestCase
{
    /** @var object[] */
    private $persisted = [];

    /** @var object[] */
    private $removed = [];

    /** @dataProvider editions */
    public function test_The_rebuild_hook_makes_one_task_and_a_secret(string $shop): void
    {
        $names = $this->open($shop);
        $this->shopWith([new Option('endpoint', ''), new Option('secret', ' ')], []);
        $this->rebuild($shop);

        self::assertSame([$names::TASK], array_map(function (object $task): string {
            return $task->owner;
        }, $this->persisted));
        list(, list($option)) = Database::$repositories['XLite\Model\Config']->calls[0];
        self::assertSame(['Integration\\ErpBridge', 'secret'], [$option['category'], $option['name']]);
        self::assertStringStartsWith('whsec_', $option['value']);
        self::assertSame([], Database::$loadedFixtures);
    }

    /** @dataProvider editions */
    public function test_Once_more_it_changes_nothing(string $shop): void
    {
        $names = $this->open($shop);
        $this->shopWith([new Option('endpoint', ''), new Option('secret', 'whsec_kept')], [$this->task($names::TASK)]);
        $this->rebuild($shop);

        self::assertSame([[], [], []], [$this->persisted, $this->removed, Database::$repositories['XLite\Model\Config']->calls]);
    }

    /** @dataProvider editions */
    public function test_A_second_task_of_a_re_installation_goes(string $shop): void
    {
        $names = $this->open($shop);
        $second = $this->task($names::TASK);
        $this->shopWith([new Option('endpoint', ''), new Option('secret', 'whsec_kept')], [$this->task($names::TASK), $second, $this->task('Other')]);
        $this->rebuild($shop);

        self::assertSame([$second], $this->removed);
    }

    /** @dataProvider editions */
    public function test_Settings_that_X_Cart_left_out_are_loaded(string $shop): void
    {
        $this->open($shop);
        $this->shopWith([], []);
        $this->rebuild($shop);

        self::assertCount(1, Database::$loadedFixtures);
        self::assertFileExists(Database::$loadedFixtures[0]);
    }

    public function test_The_remove_hook_of_5_4_uses_no_class_of_the_add_on(): void
    {
        $this->open('Shop54');
        $ours = new Option('secret', 'whsec_x');
        $task = $this->task('XLite\\Module\\Integration\\ErpBridge\\Core\\Task\\Send');
        $label = new \stdClass();
        $this->shopWith([$ours, new Option('other', '', 'XC\\RESTAPI')], [$task, $this->task('Other')]);
        Database::$repositories['XLite\Model\LanguageLabel'] = new Repository($label);
        $this->hook54('remove');

        self::assertSame([$task, $ours, $label], $this->removed);
        $code = (string) file_get_contents(BUILT . '/5.4/classes/XLite/Module/Integration/ErpBridge/hooks/remove.php');
        self::assertStringNotContainsString('\\XLite\\Module\\', $code);
    }

    public function test_A_remove_hook_that_fails_does_not_stop_the_removal(): void
    {
        $this->open('Shop54');
        Database::$repositories = [];
        $this->hook54('remove');

        self::assertStringStartsWith('ErpBridge: Settings and task row could not be removed', \XLite\Logger::$lines[0]);
    }

    private function shopWith(array $options, array $tasks): void
    {
        Database::$repositories['XLite\Model\Config'] = new Repository(...$options);
        Database::$repositories['XLite\Model\Task'] = new Repository(...$tasks);
        $em = new class ($this->persisted, $this->removed) {
            private $persisted;
            private $removed;

            public function __construct(array &$persisted, array &$removed)
            {
                $this->persisted = &$persisted;
                $this->removed = &$removed;
            }

            public function persist($entity)
            {
                $this->persisted[] = $entity;
            }

            public function remove($entity)
            {
                $this->removed[] = $entity;
            }

            public function flush()
            {
            }
        };
        Database::$em = $em;
    }

    private function task(string $owner): \XLite\Model\Task
    {
        $task = new \XLite\Model\Task();
        $task->owner = $owner;

        return $task;
    }

    private function rebuild(string $shop): void
    {
        if ($shop === 'Shop54') {
            $this->hook54('rebuild');
        } else {
            (new \Integration\ErpBridge\LifetimeHook\Hook())->onRebuild();
        }
    }

    private function hook54(string $name): void
    {
        $hook = require BUILT . "/5.4/classes/XLite/Module/Integration/ErpBridge/hooks/$name.php";
        self::assertInstanceOf(\XLite\Rebuild\Hook::class, $hook);
        ($hook->work)();
    }
}
