<?php

/**
 * What every test stands on: the add-ons as they are packed, the fakes of X-Cart, and the libraries that X-Cart brings
 * (Doctrine, Symfony). The libraries come from Debian's packages.
 */

use Integration\ErpBridge\Build\Edition;

define('ADDON', dirname(__DIR__, 2));
define('BUILT', getenv('ERP_BRIDGE_TEST') . '/built');

require_once '/usr/share/php/Doctrine/ORM/autoload.php';
require_once '/usr/share/php/Symfony/Component/HttpFoundation/autoload.php';
require_once '/usr/share/php/Symfony/Component/Yaml/autoload.php';
foreach (['Edition', 'Tar', 'Package'] as $class) {
    require_once ADDON . "/build/$class.php";
}

define('LC_DIR_ROOT', BUILT . '/5.5/');

foreach (['5.4', '5.5'] as $name) {
    foreach ((new Edition($name, ADDON))->files() as $path => $content) {
        $file = BUILT . "/$name/$path";
        if (!is_file($file) || file_get_contents($file) !== $content) {
            is_dir(dirname($file)) || mkdir(dirname($file), 0777, true);
            file_put_contents($file, $content);
        }
    }
}

spl_autoload_register(function (string $class): void {
    foreach (
        [
            'XLite\\Module\\Integration\\ErpBridge\\' => BUILT . '/5.4/classes/XLite/Module/Integration/ErpBridge/',
            'Integration\\ErpBridge\\Tests\\' => ADDON . '/tests/',
            'Integration\\ErpBridge\\' => BUILT . '/5.5/modules/Integration/ErpBridge/src/',
            '' => ADDON . '/tests/Fakes/',
        ] as $prefix => $folder
    ) {
        $file = $folder . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
        if (strncmp($class, $prefix, strlen($prefix)) === 0 && is_file($file)) {
            require_once $file;
            return;
        }
    }
});
