<?php

namespace Integration\ErpBridge\Tests\Support;

/** PHP's own web server on a free port of this machine, answering everything with one script. */
final class WebServer
{
    /** @var string */
    public $url;

    /** @var resource */
    private $process;

    /** @param int $workers how many requests it answers at the same time */
    public function __construct(string $script, int $workers = 1)
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($socket, false);
        fclose($socket);
        $this->url = "http://$address";
        $nothing = ['file', '/dev/null', 'w'];
        // A session of its own, so that its workers end with it.
        $this->process = proc_open(
            ['setsid', PHP_BINARY, '-S', $address, $script],
            [['file', '/dev/null', 'r'], $nothing, $nothing],
            $pipes,
            null,
            ['PHP_CLI_SERVER_WORKERS' => (string) $workers] + getenv()
        );
        for ($end = microtime(true) + 20; @fsockopen(...explode(':', $address)) === false; usleep(20000)) {
            if (microtime(true) > $end) {
                throw new \RuntimeException('The web server did not start.');
            }
        }
    }

    public function stop(): void
    {
        posix_kill(-proc_get_status($this->process)['pid'], SIGKILL);
        proc_close($this->process);
    }

    /** @return array{0: int, 1: string, 2: string} status, headers and body */
    public function ask(string $method, string $path, array $headers, string $body): array
    {
        $curl = curl_init($this->url . $path);
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_POSTFIELDS => $body === '' ? null : $body,
            CURLOPT_HTTPHEADER => $headers,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HEADER => true,
            CURLOPT_PROXY => '',
            CURLOPT_TIMEOUT => 20,
        ]);
        list($head, $content) = explode("\r\n\r\n", (string) curl_exec($curl), 2) + ['', ''];

        return [(int) curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $head, $content];
    }
}
