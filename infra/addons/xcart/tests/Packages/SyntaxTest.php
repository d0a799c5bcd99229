<?php

namespace Integration\ErpBridge\Tests\Packages;

use PHPUnit\Framework\TestCase;

/** Every file of both add-ons, as packed. */
final class SyntaxTest extends TestCase
{
    /** @dataProvider files */
    public function test_A_file_is_valid_php(string $file): void
    {
        exec(escapeshellarg(PHP_BINARY) . ' -l ' . escapeshellarg($file) . ' 2>&1', $output, $code);

        self::assertSame(0, $code, implode("\n", $output));
    }

    /** @dataProvider files */
    public function test_A_file_runs_on_the_oldest_php_of_its_shops(string $file): void
    {
        $version = strpos($file, BUILT . '/5.4/') === 0 ? 72 : 74;

        self::assertSame([], OldPhp::complaints((string) file_get_contents($file), $version), $file);
    }

    public static function files(): iterable
    {
        foreach (['5.4', '5.5'] as $edition) {
            foreach (new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator(BUILT . "/$edition", \FilesystemIterator::SKIP_DOTS)) as $file) {
                if ($file->getExtension() === 'php') {
                    yield substr($file->getPathname(), strlen(BUILT) + 1) => [$file->getPathname()];
                }
            }
        }
    }

    /** @dataProvider tooNew */
    public function test_The_check_itself_finds_what_is_too_new(string $code, int $since): void
    {
        self::assertNotSame([], OldPhp::complaints("<?php\n$code", $since - 1), $code);
        self::assertSame([], OldPhp::complaints("<?php\n$code", $since), $code);
    }

    public static function tooNew(): array
    {
        return [
            ['array_key_first([1]);', 73],
            ['json_decode("", true, 8, JSON_THROW_ON_ERROR);', 73],
            ['foo(1, 2,);', 73],
            ['$f = fn ($a) => $a;', 74],
            ['$a ??= 1;', 74],
            ['class A { private int $a = 1; }', 74],
            ['class A { public static ?string $a; }', 74],
            ['$a = [...$b];', 74],
            ['$a = 1_000;', 74],
            ['str_contains("a", "b");', 80],
            ['$a?->b();', 80],
            ['$a = match ($b) { 1 => 2 };', 80],
            ['function f(int|string $a) {}', 80],
            ['function f(): mixed {}', 80],
            ['function f(): static {}', 80],
            ['#[A]' . "\n" . 'class B {}', 80],
            ['class A { public function __construct(private $a) {} }', 80],
            ['f(name: 1);', 80],
            ['try { } catch (A) { }', 80],
            ['enum A { case B; }', 81],
            ['class A { public readonly int $a; }', 81],
        ];
    }

    public function test_The_check_takes_what_php_7_2_has(): void
    {
        $code = '<?php namespace A; use B\{C, D}; class E extends F implements G { public const X = 1; private $a = []; public static $b;'
            . ' /** @var int */ protected static $c = self::X; public function f(?int $a, array $b = [1, 2,], callable ...$c): ?string'
            . ' { return $a ?? static::$b[0] ?? ($a ? f(...$b) : null); } public function g(): void { foreach ($x as list($y, $z)) {} switch (1) { case 1: break; default: } try {} catch (H | I $e) {} $v = function (int $a) use (&$b): int { return $a | $b; }; } }';

        self::assertSame([], OldPhp::complaints($code, 72));
    }
}
