<?php

namespace Integration\ErpBridge\LifetimeHook;

use Integration\ErpBridge\Core\Upkeep;

/** What X-Cart runs when the store is re-deployed. */
final class Hook
{
    public function onRebuild(): void
    {
        Upkeep::run(LC_DIR_ROOT . 'modules/Integration/ErpBridge/config/install.yaml');
    }
}
