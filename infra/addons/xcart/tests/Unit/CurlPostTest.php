<?php

namespace Integration\ErpBridge\Tests\Unit;

use Integration\ErpBridge\Hint\CurlPost;
use Integration\ErpBridge\Tests\Support\WebServer;
use PHPUnit\Framework\TestCase;

/** Against PHP's own web server on this machine. */
final class CurlPostTest extends TestCase
{
    /** @var WebServer */
    private static $server;

    /** @var string */
    private static $url;

    public static function setUpBeforeClass(): void
    {
        self::$server = new WebServer(dirname(__DIR__) . '/Support/echo.php');
        self::$url = self::$server->url;
    }

    public static function tearDownAfterClass(): void
    {
        self::$server->stop();
    }

    public function test_Headers_and_body_arrive_unchanged(): void
    {
        $file = tempnam((string) getenv('ERP_BRIDGE_TEST'), 'echo');
        $reply = (new CurlPost())->send(self::$url . "/echo?file=$file", ['webhook-id' => 'msg_1', 'webhook-signature' => 'v1,a b='], '{"id":"ä"}', 5);
        $seen = json_decode((string) file_get_contents($file), true);

        self::assertSame(202, $reply->status);
        self::assertTrue($reply->isDelivered());
        self::assertSame(['POST', 'application/json', 'msg_1', 'v1,a b=', '{"id":"ä"}'], $seen);
    }

    public function test_A_redirect_is_not_followed(): void
    {
        $reply = (new CurlPost())->send(self::$url . '/redirect', [], '{}', 5);

        self::assertSame(302, $reply->status);
        self::assertFalse($reply->isDelivered());
    }

    public function test_Retry_After_is_read(): void
    {
        $reply = (new CurlPost())->send(self::$url . '/busy', [], '{}', 5);

        self::assertSame([503, 77], [$reply->status, $reply->retryAfter]);
    }

    public function test_An_endless_answer_is_cut_off_and_counts_by_its_status(): void
    {
        self::assertSame(202, (new CurlPost())->send(self::$url . '/large', [], '{}', 5)->status);
    }

    public function test_A_server_that_is_not_there_is_a_reply_too(): void
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($socket, false);
        fclose($socket);
        $reply = (new CurlPost())->send("http://$address/", [], '{}', 5);

        self::assertSame(0, $reply->status);
        self::assertTrue($reply->isAway());
        self::assertStringContainsString('(7)', $reply->inWords());
    }

    public function test_A_certificate_nobody_vouches_for_is_refused(): void
    {
        $key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);
        $certificate = openssl_csr_sign(openssl_csr_new(['commonName' => 'localhost'], $key), null, $key, 1);
        openssl_x509_export($certificate, $public);
        openssl_pkey_export($key, $private);
        $file = tempnam((string) getenv('ERP_BRIDGE_TEST'), 'tls');
        file_put_contents($file, $public . $private);
        $script = '$s = stream_socket_server("tls://127.0.0.1:0", $n, $m, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN,'
            . ' stream_context_create(["ssl" => ["local_cert" => $argv[1]]])); echo stream_socket_get_name($s, false), "\n"; @stream_socket_accept($s, 20);';
        $process = proc_open([PHP_BINARY, '-r', $script, $file], [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
        $address = trim((string) fgets($pipes[1]));
        $reply = (new CurlPost())->send("https://$address/", [], '{}', 10);
        proc_terminate($process, 9);
        proc_close($process);

        self::assertSame(0, $reply->status);
        self::assertStringContainsString('(60)', $reply->inWords());
    }
}
