<?php

namespace Integration\ErpBridge\Build;

/** Writes tar archives (POSIX ustar) that are the same byte for byte whenever the same files are given. */
final class Tar
{
    private const BLOCK = 512;

    /**
     * @param array<string, string> $files path => content
     * @param int $at the time of every file, seconds since 1970
     */
    public static function of(array $files, int $at): string
    {
        $tar = '';
        foreach ($files as $path => $content) {
            $tar .= self::header($path, strlen($content), $at) . $content . str_repeat("\0", (self::BLOCK - strlen($content) % self::BLOCK) % self::BLOCK);
        }

        return $tar . str_repeat("\0", 2 * self::BLOCK);
    }

    private static function header(string $path, int $size, int $at): string
    {
        list($prefix, $name) = self::split($path);
        $fields = [
            str_pad($name, 100, "\0"),
            "0000644\0",
            "0000000\0",
            "0000000\0",
            sprintf("%011o\0", $size),
            sprintf("%011o\0", $at),
            '        ',
            '0',
            str_repeat("\0", 100),
            "ustar\0" . '00',
            str_repeat("\0", 32),
            str_repeat("\0", 32),
            "0000000\0",
            "0000000\0",
            str_pad($prefix, 155, "\0"),
            str_repeat("\0", 12),
        ];
        $header = implode('', $fields);
        $sum = array_sum(array_map('ord', str_split($header)));

        return substr_replace($header, sprintf("%06o\0 ", $sum), 148, 8);
    }

    /** @return string[] prefix and name, of at most 155 and 100 bytes */
    private static function split(string $path): array
    {
        if (strlen($path) <= 100) {
            return ['', $path];
        }
        for ($slash = strpos($path, '/'); $slash !== false; $slash = strpos($path, '/', $slash + 1)) {
            if ($slash <= 155 && strlen($path) - $slash - 1 <= 100) {
                return [substr($path, 0, $slash), substr($path, $slash + 1)];
            }
        }

        throw new \RuntimeException("The path $path is too long.");
    }
}
