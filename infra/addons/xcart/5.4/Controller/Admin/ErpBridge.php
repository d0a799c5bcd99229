<?php

namespace XLite\Module\Integration\ErpBridge\Controller\Admin;

use XLite\Module\Integration\ErpBridge\Call\Answer;
use XLite\Module\Integration\ErpBridge\Call\Json;
use XLite\Module\Integration\ErpBridge\Call\Keys;
use XLite\Module\Integration\ErpBridge\Core\Edition;
use XLite\Module\Integration\ErpBridge\Core\Options;
use XLite\Module\Integration\ErpBridge\Core\Parts;

/**
 * The gateway's calls: `admin.php?target=erp_bridge&call=CALL`. The keys of the REST API add-on stand in for a login, and no
 * page is shown.
 */
class ErpBridge extends \XLite\Controller\Admin\AAdmin
{
    /** The class of XC\RESTAPI that knows its keys; there when the add-on is enabled. */
    private const REST_API = 'XLite\Module\XC\RESTAPI\Core\Auth\Keys';

    public function checkAccess()
    {
        return true;
    }

    public function processRequest()
    {
    }

    protected function isPublicZone()
    {
        return true;
    }

    protected function doNoAction()
    {
        // X-Cart answers a POST with a redirect otherwise.
        $this->set('silent', true);
        $this->setSuppressOutput(true);

        $answer = Parts::calls()->answer(
            (string) ($_SERVER['REQUEST_METHOD'] ?? 'GET'),
            is_string($_GET['call'] ?? null) ? $_GET['call'] : '',
            $_GET,
            (string) file_get_contents('php://input', false, null, 0, Json::LARGEST_BODY + 1),
            $this->keys(),
            (string) ($_SERVER['HTTP_X_INTEGRATION_KEY'] ?? '')
        );

        $this->sendAnswer($answer);
        $this->dropStaleWidgets();
    }

    private function dropStaleWidgets()
    {
        try {
            if (Edition::hasStaleWidgets()) {
                $this->getContainer()->get('widget_cache_manager')->deleteAll();
            }
        } catch (\Throwable $failure) {
            Edition::log('Cached pages could not be dropped: ' . get_class($failure));
        }
    }

    protected function sendAnswer(Answer $answer)
    {
        http_response_code($answer->status);
        header('Content-Type: application/json; charset=utf-8');
        header('Cache-Control: no-store');
        foreach ($answer->headers as $name => $value) {
            header($name . ': ' . $value);
        }

        echo $answer->body;
    }

    private function keys(): Keys
    {
        return class_exists(self::REST_API)
            ? new Keys(Options::text('XC', 'RESTAPI', 'key'), Options::text('XC', 'RESTAPI', 'key_read'))
            : new Keys('', '');
    }
}
