<?php

namespace Integration\ErpBridge\Tests\Unit;

use Integration\ErpBridge\Hint\Signature;
use PHPUnit\Framework\TestCase;

final class SignatureTest extends TestCase
{
    private const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

    /** The same example that the gateway's own tests accept (tests/Unit/Connectors/Hints/SignedHintTests.cs). */
    public function test_The_published_example_of_standard_webhooks_is_signed_alike(): void
    {
        self::assertSame(
            [
                'webhook-id' => 'msg_p5jXN8AQM9LWM0D4loKWxJek',
                'webhook-timestamp' => '1614265330',
                'webhook-signature' => 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
            ],
            Signature::headers([self::SECRET], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')
        );
    }

    public function test_Each_of_two_secrets_signs_while_one_is_replaced(): void
    {
        $both = Signature::headers(['whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD', self::SECRET], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}');
        $parts = explode(' ', $both['webhook-signature']);

        self::assertCount(2, $parts);
        self::assertSame('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', $parts[1]);
        self::assertNotSame($parts[1], $parts[0]);
    }

    /** @dataProvider malformed */
    public function test_A_malformed_secret_is_none(string $secret): void
    {
        self::assertNull(Signature::key($secret));
    }

    public static function malformed(): array
    {
        return [[''], ['whsec_'], ['whsec_short'], ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], ['whsec_***'], ['whsec_' . base64_encode(str_repeat('x', 65))]];
    }

    public function test_A_new_secret_is_usable_and_never_the_same(): void
    {
        self::assertSame(32, strlen((string) Signature::key(Signature::newSecret())));
        self::assertNotSame(Signature::newSecret(), Signature::newSecret());
    }
}
