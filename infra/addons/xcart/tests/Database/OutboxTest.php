<?php

namespace Integration\ErpBridge\Tests\Database;

use Integration\ErpBridge\Database\Tables;
use Integration\ErpBridge\Hint\Hint;
use Integration\ErpBridge\Hint\HintSettings;
use Integration\ErpBridge\Hint\Outbox;
use Integration\ErpBridge\Hint\Reply;
use Integration\ErpBridge\Hint\Sender;
use Integration\ErpBridge\Tests\Support\FakePost;
use Integration\ErpBridge\Tests\Support\PdoDatabase;
use Integration\ErpBridge\Tests\Support\Shop;
use PHPUnit\Framework\TestCase;

final class OutboxTest extends TestCase
{
    private const T = 1700000000;
    private const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

    /** @var \PDO */
    private $pdo;

    /** @var Outbox */
    private $outbox;

    /** @var int */
    private $now = self::T;

    protected function setUp(): void
    {
        $this->pdo = Shop::fresh();
        $this->outbox = new Outbox(new PdoDatabase($this->pdo), new Tables(Shop::PREFIX, true));
    }

    protected function tearDown(): void
    {
        if ($this->pdo->inTransaction()) {
            $this->pdo->rollBack();
        }
    }

    public function test_Every_attempt_has_the_same_id_and_body_and_a_new_time_and_signature(): void
    {
        $this->fill(1);
        $post = new FakePost(new Reply(503), new Reply(204));
        $this->run1($post);
        $this->now += 10;
        $this->run1($post);

        list($first, $second) = $post->sent;
        self::assertSame($first['body'], $second['body']);
        self::assertSame('{"type":"order.changed","entity":"order","id":"1","occurredAt":"2023-11-14T22:13:20Z"}', $first['body']);
        self::assertSame($first['headers']['webhook-id'], $second['headers']['webhook-id']);
        self::assertSame((string) (self::T + 10), $second['headers']['webhook-timestamp']);
        self::assertNotSame($first['headers']['webhook-signature'], $second['headers']['webhook-signature']);
        self::assertSame('Integration-ErpBridge/test', $second['headers']['User-Agent']);
        self::assertSame(['D', '2', '204'], $this->row(1, 'state, attempts, lastStatus'));
    }

    public function test_What_is_not_delivered_waits_for_its_time(): void
    {
        $this->fill(1);
        $this->run1(new FakePost(new Reply(400)));
        self::assertSame(['N', '1', '400', 'HTTP 400', (string) (self::T + 10)], $this->row(1, 'state, attempts, lastStatus, lastProblem, dueAt'));

        $this->now += 9;
        $post = new FakePost(new Reply(202));
        self::assertSame(0, $this->run1($post));
        $this->now++;
        self::assertSame(1, $this->run1($post));
    }

    public function test_A_redirect_is_no_delivery(): void
    {
        $this->fill(1);
        $this->run1(new FakePost(new Reply(302)));

        self::assertSame(['N', 'HTTP 302'], $this->row(1, 'state, lastProblem'));
    }

    public function test_After_three_days_a_hint_is_failed_and_staff_can_send_it_again(): void
    {
        $this->fill(2);
        $this->now = self::T + 3 * 24 * 3600;
        $this->run1(new FakePost(new Reply(400)));

        self::assertSame(['N' => 0, 'D' => 0, 'F' => 2], $this->outbox->counts());
        self::assertCount(2, $this->outbox->newest(Outbox::FAILED, 50));
        self::assertSame(0, $this->outbox->again([99], $this->now));
        self::assertSame(1, $this->outbox->again([1], $this->now));
        self::assertSame(1, $this->outbox->again([], $this->now));

        $this->run1(new FakePost(new Reply(400)));
        self::assertSame(['N', '1', (string) ($this->now + 10)], $this->row(1, 'state, attempts, dueAt'));
    }

    public function test_When_the_gateway_is_away_one_hint_is_tried_and_the_rest_stay_due(): void
    {
        $this->fill(30);
        foreach ([new Reply(0, null, 'Connection refused (7)'), new Reply(503, 120), new Reply(429)] as $away) {
            $post = new FakePost($away);
            self::assertSame(0, $this->run1($post));
            self::assertCount(1, $post->sent);
        }

        self::assertSame(['no answer: Connection refused (7)'], $this->row(1, 'lastProblem'));
        self::assertSame([(string) (self::T + 120)], $this->row(2, 'dueAt'));
        self::assertSame(['27'], $this->one("SELECT COUNT(*) FROM xlite_erp_bridge_outbox WHERE dueAt = " . self::T . " AND claimedUntil = 0 AND attempts = 0"));
    }

    public function test_One_bad_hint_does_not_hold_the_others(): void
    {
        $this->fill(3);
        $post = new FakePost(new Reply(400), new Reply(202), new Reply(202));
        self::assertSame(2, $this->run1($post));
    }

    public function test_Two_senders_never_take_the_same_hint(): void
    {
        $this->fill(30);
        $other = new Outbox(new PdoDatabase(Shop::connect()), new Tables(Shop::PREFIX, true));
        $mine = $this->outbox->claim(20, $this->now, $this->now + 180);
        $theirs = $other->claim(20, $this->now, $this->now + 180);

        self::assertSame([20, 10], [count($mine), count($theirs)]);
        self::assertSame([], array_intersect(array_column($mine, 'id'), array_column($theirs, 'id')));
        self::assertSame([], $other->claim(20, $this->now + 180, $this->now + 360), 'before the claim is over');
        self::assertCount(20, $other->claim(20, $this->now + 181, $this->now + 361), 'after a sender vanished');
    }

    public function test_A_sender_that_lost_its_claim_changes_nothing(): void
    {
        $this->fill(1);
        list($row) = $this->outbox->claim(1, $this->now, $this->now + 180);
        $this->outbox->claim(1, $this->now + 200, $this->now + 380);
        $this->outbox->delivered($row, 202, $this->now + 200);

        self::assertSame(['N'], $this->row(1, 'state'));
    }

    public function test_A_sender_locks_nothing_that_a_checkout_needs(): void
    {
        $this->fill(5);
        $this->pdo->beginTransaction();
        $this->outbox->claim(20, $this->now, $this->now + 180);
        $shop = Shop::connect();
        $shop->exec('SET SESSION innodb_lock_wait_timeout = 1');
        (new Outbox(new PdoDatabase($shop), new Tables(Shop::PREFIX, true)))->add(Hint::of('order.placed', 9, $this->now), $this->now);
        $this->pdo->commit();

        self::assertSame(['6'], $this->one('SELECT COUNT(*) FROM xlite_erp_bridge_outbox'));
    }

    public function test_A_hint_goes_with_the_shops_transaction(): void
    {
        $this->pdo->beginTransaction();
        $this->fill(1);
        $this->pdo->rollBack();

        self::assertSame(['0'], $this->one('SELECT COUNT(*) FROM xlite_erp_bridge_outbox'));
    }

    public function test_A_run_ends_with_its_time_and_gives_back_what_it_did_not_try(): void
    {
        $this->fill(10);
        $post = new FakePost(new Reply(202));
        $post->during = function () {
            $this->now += 8;
        };
        self::assertSame(3, $this->run1($post));
        self::assertSame(['7'], $this->one("SELECT COUNT(*) FROM xlite_erp_bridge_outbox WHERE state = 'N' AND claim = ''"));
    }

    public function test_A_run_sends_no_more_than_it_may(): void
    {
        $this->fill(45);
        $post = new FakePost(new Reply(202));
        $sender = $this->sender($post);
        self::assertSame(41, $sender->run($this->settings(), 41, 20, 5)->delivered);
        self::assertSame(4, $sender->run($this->settings(), 1000, 20, 5)->delivered);
    }

    public function test_Without_a_usable_endpoint_nothing_is_tried(): void
    {
        $this->fill(1);
        $post = new FakePost(new Reply(202));
        $this->sender($post)->run(new HintSettings('http://gateway.example/', self::SECRET, '', [], false), 10, 20, 5);

        self::assertSame([], $post->sent);
        self::assertSame(['0', '0'], $this->row(1, 'attempts, claimedUntil'));
    }

    public function test_A_test_hint_is_sent_at_once_and_not_kept(): void
    {
        $post = new FakePost(new Reply(204));
        self::assertTrue($this->sender($post)->test($this->settings(), 5)->isDelivered());
        self::assertSame('{"type":"test","entity":"test","id":"0","occurredAt":"2023-11-14T22:13:20Z"}', $post->sent[0]['body']);
        self::assertSame(['0'], $this->one('SELECT COUNT(*) FROM xlite_erp_bridge_outbox'));
    }

    public function test_Old_rows_go_and_waiting_ones_never(): void
    {
        $this->fill(4);
        $this->pdo->exec("UPDATE xlite_erp_bridge_outbox SET state = 'D', doneAt = " . self::T . ' WHERE id <= 2');
        $this->pdo->exec("UPDATE xlite_erp_bridge_outbox SET state = 'F', doneAt = " . self::T . ' WHERE id = 3');

        self::assertSame(0, $this->outbox->prune(self::T + 7 * 24 * 3600));
        self::assertSame(2, $this->outbox->prune(self::T + 7 * 24 * 3600 + 1));
        self::assertSame(1, $this->outbox->prune(self::T + 400 * 24 * 3600));
        self::assertSame(['N' => 1, 'D' => 0, 'F' => 0], $this->outbox->counts());
    }

    private function fill(int $many): void
    {
        for ($id = 1; $id <= $many; $id++) {
            $this->outbox->add(Hint::of('order.changed', $id, self::T), self::T);
        }
    }

    private function settings(): HintSettings
    {
        return new HintSettings('https://gateway.example/hints/a', self::SECRET, '', [], false);
    }

    private function sender(FakePost $post): Sender
    {
        return new Sender($this->outbox, $post, function (): int {
            return $this->now;
        }, 'Integration-ErpBridge/test');
    }

    /** How many were delivered. */
    private function run1(FakePost $post): int
    {
        return $this->sender($post)->run($this->settings(), 1000, 20, 5)->delivered;
    }

    private function row(int $id, string $columns): array
    {
        return $this->one("SELECT $columns FROM xlite_erp_bridge_outbox WHERE id = $id");
    }

    private function one(string $sql): array
    {
        return array_map('strval', $this->pdo->query($sql)->fetch(\PDO::FETCH_NUM));
    }
}
