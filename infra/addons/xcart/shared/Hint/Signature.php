<?php

namespace Integration\ErpBridge\Hint;

/** Signs after Standard Webhooks 1.0 (standardwebhooks.com). */
final class Signature
{
    private const PREFIX = 'whsec_';

    /** A new secret of 32 random bytes. */
    public static function newSecret(): string
    {
        return self::PREFIX . base64_encode(random_bytes(32));
    }

    /** The bytes of a secret; null when it is none. */
    public static function key(string $secret): ?string
    {
        if (strpos($secret, self::PREFIX) !== 0) {
            return null;
        }

        $key = base64_decode(substr($secret, strlen(self::PREFIX)), true);
        return $key !== false && strlen($key) >= 24 && strlen($key) <= 64 ? $key : null;
    }

    /**
     * The headers of one attempt.
     *
     * @param string[] $secrets each gives one signature
     * @param int $at seconds since 1970
     * @return array<string, string>
     */
    public static function headers(array $secrets, string $messageId, int $at, string $body): array
    {
        $signatures = [];
        foreach ($secrets as $secret) {
            $key = self::key($secret);
            if ($key === null) {
                throw new \InvalidArgumentException('A secret is malformed.');
            }
            $signatures[] = 'v1,' . base64_encode(hash_hmac('sha256', $messageId . '.' . $at . '.' . $body, $key, true));
        }

        return [
            'webhook-id' => $messageId,
            'webhook-timestamp' => (string) $at,
            'webhook-signature' => implode(' ', $signatures),
        ];
    }
}
