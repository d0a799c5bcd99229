<?php

namespace Integration\ErpBridge\Tests\Packages;

use Integration\ErpBridge\Build\Edition;
use Integration\ErpBridge\Build\Package;
use Integration\ErpBridge\Hint\HintType;
use PHPUnit\Framework\TestCase;
use Symfony\Component\Yaml\Yaml;

/** The installable files. */
final class PackageTest extends TestCase
{
    private const AT = 1767225600;

    public static function editions(): array
    {
        return ['5.4' => ['5.4', 'Integration-ErpBridge.5.4.1.0.tgz'], '5.5' => ['5.5', 'Integration-ErpBridge-v5.5.0.1.tar.gz']];
    }

    /** @dataProvider editions */
    public function test_X_Carts_uploader_can_read_it(string $name, string $file): void
    {
        $edition = new Edition($name, ADDON);
        $path = getenv('ERP_BRIDGE_TEST') . "/$file";
        file_put_contents($path, Package::bytes($edition, self::AT));
        $archive = new \PharData($path);
        $metadata = $archive->getMetadata();
        list($major, $second, $minor, $build) = explode('.', $edition->value('version'));

        self::assertSame($file, $edition->packageName());
        self::assertSame(
            ['RevisionDate', 'ActualName', 'VersionMajor', 'VersionMinor', 'VersionBuild', 'MinCoreVersion', 'Name', 'Author', 'IconLink', 'Description', 'Dependencies', 'isSystem'],
            array_keys($metadata)
        );
        self::assertSame(["$major.$second", (int) $minor, (int) $build], [$metadata['VersionMajor'], $metadata['VersionMinor'], $metadata['VersionBuild']]);
        self::assertSame(['Integration\\ErpBridge', self::AT], [$metadata['ActualName'], $metadata['RevisionDate']]);

        $hashes = json_decode($archive['.hash']->getContent(), true);
        self::assertSame(array_keys($edition->files()), array_keys($hashes));
        foreach ($hashes as $inside => $hash) {
            self::assertSame($hash, md5($archive[$inside]->getContent()), $inside);
        }
    }

    /** @dataProvider editions */
    public function test_The_same_sources_give_the_same_bytes(string $name, string $file): void
    {
        $first = Package::bytes(new Edition($name, ADDON), self::AT);

        self::assertSame($first, Package::bytes(new Edition($name, ADDON), self::AT));
        self::assertNotSame($first, Package::bytes(new Edition($name, ADDON), self::AT + 1));
    }

    public function test_The_command_writes_both_files(): void
    {
        $folder = getenv('ERP_BRIDGE_TEST') . '/packages';
        exec(escapeshellarg(PHP_BINARY) . ' ' . escapeshellarg(ADDON . '/build/build.php') . ' ' . escapeshellarg($folder) . ' 2>&1', $output, $code);

        self::assertSame([0, ["$folder/Integration-ErpBridge.5.4.1.0.tgz", "$folder/Integration-ErpBridge-v5.5.0.1.tar.gz"]], [$code, $output]);
        self::assertSame(Package::bytes(new Edition('5.4', ADDON), (int) (getenv('SOURCE_DATE_EPOCH') ?: self::AT)), file_get_contents($output[0]));
    }

    /** @dataProvider editions */
    public function test_Every_class_lies_where_its_name_says(string $name): void
    {
        $edition = new Edition($name, ADDON);
        foreach ($edition->files() as $path => $content) {
            if (substr($path, -4) !== '.php' || strpos($path, '/hooks/') !== false) {
                continue;
            }
            self::assertSame(1, preg_match('/^namespace (.+);$/m', $content, $namespace), $path);
            self::assertSame(1, preg_match('/^(?:final |abstract )?(?:class|trait|interface) (\w+)/m', $content, $class), $path);
            $below = str_replace('\\', '/', substr($namespace[1] . '\\' . $class[1], strlen($edition->namespace()) + 1));
            self::assertSame($edition->classes() . "/$below.php", $path);
            self::assertStringStartsWith($edition->namespace(), $namespace[1], $path);
        }
    }

    /** @dataProvider editions */
    public function test_Its_yaml_is_yaml_and_names_what_there_is(string $name): void
    {
        $edition = new Edition($name, ADDON);
        $files = $edition->files();
        foreach ($files as $path => $content) {
            if (substr($path, -5) === '.yaml') {
                self::assertIsArray(Yaml::parse($content), $path);
            }
        }

        $install = Yaml::parse($files[$edition->root() . ($name === '5.4' ? '/install.yaml' : '/config/install.yaml')]);
        $settings = array_column($install['XLite\Model\Config'], 'name');
        self::assertSame(['Integration\ErpBridge'], array_values(array_unique(array_column($install['XLite\Model\Config'], 'category'))));
        self::assertSame(array_map([HintType::class, 'setting'], HintType::switchable()), array_values(preg_grep('/^hint_/', $settings)));
        foreach (['endpoint', 'secret', 'old_secret', 'after_response', 'atomic_stock'] as $setting) {
            self::assertContains($setting, $settings);
        }

        preg_match_all("/t\\('(ErpBridge: [^']+)'\\)/", implode("\n", $files), $used);
        $labels = array_column($install['XLite\Model\LanguageLabel'], 'name');
        sort($labels);
        $used = array_values(array_unique($used[1]));
        sort($used);
        self::assertSame($labels, $used);
    }

    public function test_The_services_of_5_5_are_classes_of_the_package(): void
    {
        $files = (new Edition('5.5', ADDON))->files();
        $services = Yaml::parse($files['modules/Integration/ErpBridge/config/services.yaml'])['services'];
        foreach ($services as $class => $service) {
            self::assertArrayHasKey('modules/Integration/ErpBridge/src/' . str_replace(['Integration\\ErpBridge\\', '\\'], ['', '/'], $class) . '.php', $files);
            foreach ($service['tags'] as $tag) {
                if (isset($tag['method'])) {
                    self::assertTrue(method_exists($class, $tag['method']), "$class::{$tag['method']}");
                }
            }
        }
    }

    public function test_The_code_says_the_version_of_main_yaml(): void
    {
        self::assertSame((new Edition('5.4', ADDON))->value('version'), \XLite\Module\Integration\ErpBridge\Core\Edition::VERSION);
        self::assertSame((new Edition('5.5', ADDON))->value('version'), \Integration\ErpBridge\Core\Edition::VERSION);
    }

    /** A lifecycle method overridden without its annotation is silently switched off by Doctrine. */
    public function test_No_decorator_overrides_a_lifecycle_method(): void
    {
        $allowed = ['processSucceed', 'changeAmount', 'startEntityManager', 'defineItems'];
        foreach (['5.4', '5.5'] as $name) {
            foreach ((new Edition($name, ADDON))->files() as $path => $content) {
                if (preg_match('/IDecorator|@Extender\\\\Mixin/', $content) && preg_match_all('/function (\w+)\(/', $content, $found)) {
                    self::assertSame([], array_diff($found[1], $allowed), $path);
                }
            }
        }
    }

    /** The table in the tests, the entity of each edition and the statements know the same columns. */
    public function test_The_outbox_is_mapped_as_it_is_written(): void
    {
        preg_match('/INSERT INTO \{\$this->table\} \(([^)]+)\)/', (string) file_get_contents(ADDON . '/shared/Hint/Outbox.php'), $found);
        $columns = array_merge(['id'], array_map('trim', explode(',', $found[1])));
        sort($columns);
        foreach (['5.4/Model/Outbox.php' => '@Column', '5.5/src/Model/Outbox.php' => '@ORM\\\\Column'] as $file => $mark) {
            preg_match_all('/' . $mark . ' .*?protected \$(\w+);/s', (string) file_get_contents(ADDON . "/$file"), $mapped);
            sort($mapped[1]);
            self::assertSame($columns, $mapped[1], $file);
        }
    }
}
