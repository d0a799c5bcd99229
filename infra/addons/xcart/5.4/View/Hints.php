<?php

namespace XLite\Module\Integration\ErpBridge\View;

/**
 * The page with the deliveries.
 *
 * @ListChild (list="admin.center", zone="admin")
 */
class Hints extends \XLite\Module\Integration\ErpBridge\View\AHints
{
}
