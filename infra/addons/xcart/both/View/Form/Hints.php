<?php

namespace Integration\ErpBridge\View\Form;

/** Form of the page with the deliveries; X-Cart adds its token against forged requests. */
class Hints extends \XLite\View\Form\AForm
{
    protected function getDefaultTarget()
    {
        return 'erp_bridge_hints';
    }

    protected function getDefaultAction()
    {
        return 'test';
    }
}
