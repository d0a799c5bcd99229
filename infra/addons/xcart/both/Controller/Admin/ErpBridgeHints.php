<?php

namespace Integration\ErpBridge\Controller\Admin;

use Integration\ErpBridge\Core\Options;
use Integration\ErpBridge\Core\Parts;

/** The page with the deliveries of hints: `admin.php?target=erp_bridge_hints`. For administrators with root access. */
class ErpBridgeHints extends \XLite\Controller\Admin\AAdmin
{
    public function getTitle()
    {
        return static::t('ErpBridge: Hints to the gateway');
    }

    /** Sends a test hint now. */
    protected function doActionTest()
    {
        $settings = Options::hints();
        $problem = $settings->problem();
        if ($problem !== null) {
            \XLite\Core\TopMessage::addError($problem);
        } else {
            $reply = Parts::test($settings);
            $text = static::t('ErpBridge: The gateway answered') . ': ' . $reply->inWords();
            $reply->isDelivered() ? \XLite\Core\TopMessage::addInfo($text) : \XLite\Core\TopMessage::addError($text);
        }
        $this->setReturnURL($this->buildURL('erp_bridge_hints'));
    }

    /** Puts one failed hint, or all of them, back into the queue. */
    protected function doActionSendAgain()
    {
        $id = (int) \XLite\Core\Request::getInstance()->hint_id;
        $many = Parts::outbox()->again($id > 0 ? [$id] : [], time());
        \XLite\Core\TopMessage::addInfo(static::t('ErpBridge: Hints to be sent again') . ': ' . $many);
        $this->setReturnURL($this->buildURL('erp_bridge_hints'));
    }
}
