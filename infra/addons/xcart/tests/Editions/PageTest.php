<?php

namespace Integration\ErpBridge\Tests\Editions;

use Integration\ErpBridge\Tests\Support\EditionTestCase;
use Integration\ErpBridge\Tests\Support\Page;
use XLite\Core\Database;

/** What staff see on the page with the deliveries. */
final class PageTest extends EditionTestCase
{
    /** @dataProvider editions */
    public function test_Failed_hints_have_their_buttons_and_texts_are_escaped(string $shop): void
    {
        $names = $this->open($shop);
        $class = $names::VIEW;
        foreach ([1, 2, 3] as $request) {
            $this->find($shop, 'Product')->changeAmount(-2);
            Database::$em->flush();
            ($names::PARTS)::reset();
        }
        $this->pdo->exec("UPDATE xlite_erp_bridge_outbox SET state = 'F', doneAt = 1700000000, attempts = 77, lastProblem = '<b>no & never</b>' WHERE id = 1");
        $this->pdo->exec("UPDATE xlite_erp_bridge_outbox SET state = 'D', doneAt = 1700000000 WHERE id = 2");
        $page = $this->render($class);

        self::assertStringContainsString('<td>77</td><td>&lt;b&gt;no &amp; never&lt;/b&gt;</td>', $page);
        self::assertSame(2, substr_count($page, '<form data-action="send_again">'), 'one for all, one for the row');
        self::assertStringContainsString('<input type="hidden" name="hint_id" value="1" />', $page);
        self::assertSame(1, substr_count($page, '<form data-action="test">'));
        self::assertStringContainsString('<h2>ErpBridge: Waiting (1)</h2>', $page);
        self::assertStringContainsString('<td>Nov 14, 2023, 22:13</td></tr>', $page);
        self::assertStringNotContainsString('alert', $page);
        self::assertStringNotContainsString('ErpBridge: None', $page);
        self::assertSame(substr_count($page, '<form'), substr_count($page, '</form>'));
    }

    /** @dataProvider editions */
    public function test_An_empty_page_says_so_and_what_keeps_hints_from_being_sent(string $shop): void
    {
        $names = $this->open($shop);
        $class = $names::VIEW;
        $this->configure(['secret' => '']);
        $page = $this->render($class);

        self::assertStringContainsString('The secret is empty. <a href="admin.php?target=module&amp;action=&amp;moduleId=Integration-ErpBridge">', $page);
        self::assertSame(2, substr_count($page, '<p>ErpBridge: None</p>'));
        self::assertStringNotContainsString('<table', $page);
        self::assertStringNotContainsString('send_again', $page);
    }

    private function render(string $class): string
    {
        return (new Page(new $class()))->render(ADDON . '/both/templates/hints.twig');
    }
}
