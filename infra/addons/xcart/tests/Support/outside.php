<?php

/**
 * Plays a shop of both editions for tests from outside. `/admin.php` and `/api/` are the shop's own; below `/_test/` stands what
 * a shop's staff, shoppers, scheduler and the passing of time do. `edition` in the query is `54` or `55`.
 *
 *     POST /_test/fresh        empty tables, and these settings of the add-on (JSON)
 *     POST /_test/settings     these settings of the add-on (JSON)
 *     POST /_test/sql          a statement, or a query that answers rows
 *     POST /_test/checkout     order=ID is placed
 *     POST /_test/sale         kind=Product|ProductVariant&id=ID is sold once
 *     POST /_test/schedule     the scheduler runs the add-on's task; answers its message
 *     POST /_test/button       staff press the button that sends a test hint; answers what they see
 */

use Integration\ErpBridge\Tests\Support\Repository;
use Integration\ErpBridge\Tests\Support\Shop;
use Symfony\Component\HttpFoundation\JsonResponse;
use Symfony\Component\HttpFoundation\Request;
use XLite\Core\Config;
use XLite\Core\Database;

require __DIR__ . '/bootstrap.php';

$settings = getenv('ERP_BRIDGE_TEST') . '/settings.json';
Config::$values = [
    'Integration' => ['ErpBridge' => is_file($settings) ? json_decode((string) file_get_contents($settings), true) : ['atomic_stock' => '1']],
    'XC' => ['RESTAPI' => ['key' => 'writing', 'key_read' => 'reading']],
];
Database::$em = Shop::entityManager();
Database::$repositories = ['XLite\Model\EntityTypeVersion' => new Repository()];
$path = (string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);

if ($path === '/admin.php' && ($_GET['target'] ?? '') === 'erp_bridge') {
    \XLite::$version = '5.4.1.5';
    (new \XLite\Module\Integration\ErpBridge\Controller\Admin\ErpBridge())->handleRequest();
    return;
}

if (strpos($path, '/api/erp_bridge/') === 0) {
    // FAKE of X-Cart 5.5's firewall, with its words.
    \XLite::$version = '5.5.0.29';
    $token = $_SERVER['HTTP_X_AUTH_TOKEN'] ?? '';
    if ($token !== 'reading' && $token !== 'writing') {
        $answer = new JsonResponse($token === '' ? ['code' => 401, 'message' => 'Authentication Required'] : ['message' => 'Invalid credentials.'], 401);
    } elseif ($token === 'reading' && $_SERVER['REQUEST_METHOD'] !== 'GET') {
        $answer = new JsonResponse(['title' => 'An error occurred', 'detail' => 'Access Denied.'], 403, ['Content-Type' => 'application/problem+json; charset=utf-8']);
    } else {
        $answer = (new \Integration\ErpBridge\Controller\API\Bridge())(Request::createFromGlobals(), substr($path, strlen('/api/erp_bridge/')));
    }
    $answer->send();
    return;
}

if (strpos($path, '/_test/') !== 0) {
    http_response_code(503);
    return;
}

$chain = 'Integration\\ErpBridge\\Tests\\Chains\\Shop' . ($_GET['edition'] ?? '54') . '\\';
$names = $chain . 'Edition';
$body = (string) file_get_contents('php://input');
$answer = [];
switch (substr($path, strlen('/_test/'))) {
    case 'fresh':
        Shop::fresh();
        file_put_contents($settings, $body, LOCK_EX);
        break;
    case 'settings':
        file_put_contents($settings, $body, LOCK_EX);
        break;
    case 'sql':
        $statement = Shop::connect()->query($body);
        $answer = $statement->columnCount() > 0 ? $statement->fetchAll(\PDO::FETCH_ASSOC) : [];
        break;
    case 'checkout':
        $class = $chain . 'Order';
        (new $class((int) $_GET['order']))->processSucceed();
        break;
    case 'sale':
        $listener = $names::LISTENER;
        Database::$em->getEventManager()->addEventSubscriber(new $listener());
        Database::$em->find($chain . $_GET['kind'], (int) $_GET['id'])->changeAmount(-1);
        Database::$em->flush();
        break;
    case 'schedule':
        $answer = ($names::PARTS)::runTask();
        break;
    case 'button':
        $page = $names::PAGE;
        (new $page())->handleRequest('test');
        $answer = \XLite\Core\TopMessage::$messages;
        break;
    default:
        http_response_code(404);
}
header('Content-Type: application/json');
echo json_encode($answer);
