<?php

namespace Integration\ErpBridge\Build;

/** The installable file of an edition. */
final class Package
{
    /** PHP's Phar extension, which X-Cart unpacks with, finds an archive's metadata in this entry. */
    private const METADATA = '.phar/.metadata.bin';

    /** @param int $at seconds since 1970 */
    public static function bytes(Edition $edition, int $at): string
    {
        $files = $edition->files();
        $files['.hash'] = (string) json_encode(array_map('md5', $files), JSON_UNESCAPED_SLASHES);
        $files[self::METADATA] = serialize($edition->metadata($at));
        ksort($files, SORT_STRING);

        return (string) gzencode(Tar::of($files, $at), 9);
    }
}
