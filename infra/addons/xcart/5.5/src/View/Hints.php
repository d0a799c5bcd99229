<?php

namespace Integration\ErpBridge\View;

use XCart\Extender\Mapping\ListChild;

/**
 * The page with the deliveries.
 *
 * @ListChild (list="admin.center", zone="admin")
 */
class Hints extends \Integration\ErpBridge\View\AHints
{
}
