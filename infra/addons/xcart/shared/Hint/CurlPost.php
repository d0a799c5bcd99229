<?php

namespace Integration\ErpBridge\Hint;

/** Posts with PHP's curl, which X-Cart demands anyway: certificates are checked, redirects are not followed. */
final class CurlPost implements Post
{
    private const MOST_OF_ANSWER = 65536;

    public function send(string $url, array $headers, string $body, int $seconds): Reply
    {
        // Curl asks servers for leave to send otherwise, which costs a round trip.
        $lines = ['Expect:', 'Content-Type: application/json'];
        foreach ($headers as $name => $value) {
            $lines[] = $name . ': ' . $value;
        }

        $retryAfter = null;
        $length = 0;
        $curl = curl_init();
        curl_setopt_array($curl, [
            CURLOPT_URL => $url,
            CURLOPT_POST => true,
            CURLOPT_POSTFIELDS => $body,
            CURLOPT_HTTPHEADER => $lines,
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_SSL_VERIFYPEER => true,
            CURLOPT_SSL_VERIFYHOST => 2,
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_CONNECTTIMEOUT => $seconds,
            CURLOPT_TIMEOUT => $seconds,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_HEADERFUNCTION => function ($handle, $line) use (&$retryAfter) {
                if (stripos($line, 'retry-after:') === 0) {
                    $retryAfter = substr($line, strlen('retry-after:'));
                }

                return strlen($line);
            },
            CURLOPT_WRITEFUNCTION => function ($handle, $part) use (&$length) {
                $length += strlen($part);
                return $length > self::MOST_OF_ANSWER ? 0 : strlen($part);
            },
        ]);
        if (stripos($url, 'http://') === 0) {
            // This very machine: a proxy of the environment would be asked for its own.
            curl_setopt($curl, CURLOPT_PROXY, '');
        }
        curl_exec($curl);
        $status = (int) curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        $problem = $status === 0 ? curl_strerror(curl_errno($curl)) . ' (' . curl_errno($curl) . ')' : '';

        return new Reply($status, RetryAfter::seconds($retryAfter, time()), $problem);
    }
}
