<?php

return new \XLite\Rebuild\Hook(function () {
    \XLite\Module\Integration\ErpBridge\Core\Upkeep::run(dirname(__DIR__) . '/install.yaml');
});
