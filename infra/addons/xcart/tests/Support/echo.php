<?php

/** The other side of CurlPostTest. */

switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case '/echo':
        file_put_contents($_GET['file'], json_encode([
            $_SERVER['REQUEST_METHOD'],
            $_SERVER['CONTENT_TYPE'] ?? '',
            $_SERVER['HTTP_WEBHOOK_ID'] ?? '',
            $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '',
            file_get_contents('php://input'),
        ]));
        http_response_code(202);
        break;
    case '/redirect':
        header('Location: /echo', true, 302);
        break;
    case '/busy':
        header('Retry-After: 77', true, 503);
        break;
    case '/large':
        http_response_code(202);
        echo str_repeat('x', 1000000);
        break;
}
