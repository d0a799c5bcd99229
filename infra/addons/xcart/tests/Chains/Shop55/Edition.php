<?php

namespace Integration\ErpBridge\Tests\Chains\Shop55;

/** The names of this edition's classes. */
final class Edition
{
    public const NAME = '5.5';
    public const PARTS = \Integration\ErpBridge\Core\Parts::class;
    public const LISTENER = \Integration\ErpBridge\Core\EntityListener::class;
    public const TASK = \Integration\ErpBridge\Core\Task\Send::class;
    public const PAGE = \Integration\ErpBridge\Controller\Admin\ErpBridgeHints::class;
    public const VIEW = \Integration\ErpBridge\View\Hints::class;
    public const FORM = \Integration\ErpBridge\View\Form\Hints::class;
    public const MENU = LeftMenu::class;
    public const VERSION = \Integration\ErpBridge\Core\Edition::VERSION;
}
