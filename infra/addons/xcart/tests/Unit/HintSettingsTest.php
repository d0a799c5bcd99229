<?php

namespace Integration\ErpBridge\Tests\Unit;

use Integration\ErpBridge\Hint\Endpoint;
use Integration\ErpBridge\Hint\Hint;
use Integration\ErpBridge\Hint\HintSettings;
use PHPUnit\Framework\TestCase;

final class HintSettingsTest extends TestCase
{
    private const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

    /** @dataProvider endpoints */
    public function test_Hints_go_to_https_or_to_this_machine(string $url, bool $isGood): void
    {
        self::assertSame($isGood, Endpoint::problem($url) === null, $url);
    }

    public static function endpoints(): array
    {
        return [
            ['https://gateway.example/hints/xcart-acumatica', true],
            ['HTTPS://gateway.example:8443/hints/a', true],
            ['http://localhost:8080/hints/a', true],
            ['http://127.0.0.1:8080/hints/a', true],
            ['http://127.8.8.8/hints/a', true],
            ['http://[::1]:8080/hints/a', true],
            ['http://gateway.example/hints/a', false],
            ['http://127.0.0.1.example/hints/a', false],
            ['http://localhost.example/hints/a', false],
            ['http://10.0.0.1/hints/a', false],
            ['https://user:password@gateway.example/hints/a', false],
            ['https://gateway.example/hints/a#b', false],
            ["https://gateway.example/\r\nX: y", false],
            ['ftp://gateway.example/', false],
            ['file:///etc/passwd', false],
            ['gateway.example/hints', false],
            ['https://', false],
        ];
    }

    public function test_A_body_holds_the_id_and_nothing_else_of_the_record(): void
    {
        $hint = Hint::of('order.paid', 12, 1795244400);

        self::assertSame('{"type":"order.paid","entity":"order","id":"12","occurredAt":"2026-11-21T07:00:00Z"}', $hint->body);
        self::assertMatchesRegularExpression('/^msg_[0-9a-f]{32}$/', $hint->messageId);
        self::assertNotSame($hint->messageId, Hint::of('order.paid', 12, 1795244400)->messageId);
    }

    public function test_Without_an_endpoint_nothing_is_wanted(): void
    {
        $on = ['order.paid' => true, 'order.changed' => false];

        self::assertTrue((new HintSettings('https://a.example/', self::SECRET, '', $on, false))->wants('order.paid'));
        self::assertFalse((new HintSettings('https://a.example/', self::SECRET, '', $on, false))->wants('order.changed'));
        self::assertFalse((new HintSettings('  ', self::SECRET, '', $on, false))->wants('order.paid'));
    }

    public function test_What_keeps_hints_from_being_sent_is_said(): void
    {
        self::assertNull((new HintSettings(' https://a.example/ ', ' ' . self::SECRET, self::SECRET, [], false))->problem());
        self::assertSame('The endpoint is empty.', (new HintSettings('', self::SECRET, '', [], false))->problem());
        self::assertSame('The secret is empty.', (new HintSettings('https://a.example/', ' ', '', [], false))->problem());
        self::assertStringContainsString('whsec_', (string) (new HintSettings('https://a.example/', 'abc', '', [], false))->problem());
        self::assertStringContainsString('whsec_', (string) (new HintSettings('https://a.example/', self::SECRET, 'abc', [], false))->problem());
    }
}
