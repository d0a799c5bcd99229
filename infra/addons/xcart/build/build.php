<?php

/**
 * Makes the installable packages of the add-on, without X-Cart:
 *
 *     php infra/addons/xcart/build/build.php [FOLDER]
 *
 * The folder is artifacts/addons unless another one is given. The same sources give the same bytes: files are sorted and
 * carry one time, SOURCE_DATE_EPOCH or else the first of January 2026.
 */

namespace Integration\ErpBridge\Build;

require __DIR__ . '/Edition.php';
require __DIR__ . '/Tar.php';
require __DIR__ . '/Package.php';

$source = dirname(__DIR__);
$folder = $argv[1] ?? dirname($source, 3) . '/artifacts/addons';
$at = (int) (getenv('SOURCE_DATE_EPOCH') ?: 1767225600);

if (!is_dir($folder) && !mkdir($folder, 0777, true)) {
    fwrite(STDERR, "The folder $folder cannot be made.\n");
    exit(1);
}

foreach (['5.4', '5.5'] as $name) {
    $edition = new Edition($name, $source);
    $file = $folder . '/' . $edition->packageName();
    if (file_put_contents($file, Package::bytes($edition, $at)) === false) {
        fwrite(STDERR, "$file cannot be written.\n");
        exit(1);
    }
    echo $file, "\n";
}
