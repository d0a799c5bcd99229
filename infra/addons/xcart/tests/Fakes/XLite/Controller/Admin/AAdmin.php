<?php

namespace XLite\Controller\Admin;

/** FAKE of X-Cart's admin controllers: dispatches the action, else doNoAction(). */
abstract class AAdmin
{
    /** @var array */
    public $set = [];

    /** @var bool */
    public $isOutputSuppressed = false;

    /** @var string */
    public $returnUrl = '';

    public static function t($label)
    {
        return $label;
    }

    public function handleRequest($action = '')
    {
        if ($action === '') {
            $this->doNoAction();
        } else {
            $this->{'doAction' . str_replace('_', '', ucwords($action, '_'))}();
        }
    }

    public function checkAccess()
    {
        return false;
    }

    protected function isPublicZone()
    {
        return false;
    }

    protected function doNoAction()
    {
    }

    public function set($name, $value)
    {
        $this->set[$name] = $value;
    }

    public function setSuppressOutput($isSuppressed)
    {
        $this->isOutputSuppressed = $isSuppressed;
    }

    public function setReturnURL($url)
    {
        $this->returnUrl = $url;
    }

    public function buildURL($target)
    {
        return "admin.php?target=$target";
    }

    protected function getContainer()
    {
        return new class {
            public function get($service)
            {
                return new \XLite\Core\WidgetCache();
            }
        };
    }
}
