<?php

namespace Integration\ErpBridge\Tests\Chains\Shop54;

/** The names of this edition's classes. */
final class Edition
{
    public const NAME = '5.4';
    public const PARTS = \XLite\Module\Integration\ErpBridge\Core\Parts::class;
    public const LISTENER = \XLite\Module\Integration\ErpBridge\Core\EntityListener::class;
    public const TASK = \XLite\Module\Integration\ErpBridge\Core\Task\Send::class;
    public const PAGE = \XLite\Module\Integration\ErpBridge\Controller\Admin\ErpBridgeHints::class;
    public const VIEW = \XLite\Module\Integration\ErpBridge\View\Hints::class;
    public const FORM = \XLite\Module\Integration\ErpBridge\View\Form\Hints::class;
    public const MENU = LeftMenu::class;
    public const VERSION = \XLite\Module\Integration\ErpBridge\Core\Edition::VERSION;
}
