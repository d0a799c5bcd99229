<?php

namespace Integration\ErpBridge\View;

use Integration\ErpBridge\Core\Options;
use Integration\ErpBridge\Core\Parts;
use Integration\ErpBridge\Hint\Outbox;

/** What the page with the deliveries shows. */
abstract class AHints extends \XLite\View\AView
{
    private const MOST = 50;

    public static function getAllowedTargets()
    {
        return array_merge(parent::getAllowedTargets(), ['erp_bridge_hints']);
    }

    protected function getDefaultTemplate()
    {
        return 'modules/Integration/ErpBridge/hints.twig';
    }

    /** What keeps hints from being sent; empty when nothing does. */
    protected function getProblem(): string
    {
        return (string) Options::hints()->problem();
    }

    protected function getWaitingCount(): int
    {
        return Parts::outbox()->counts()[Outbox::WAITING];
    }

    protected function getWaiting(): array
    {
        return $this->readable(Outbox::WAITING);
    }

    protected function getFailed(): array
    {
        return $this->readable(Outbox::FAILED);
    }

    protected function getDelivered(): array
    {
        return $this->readable(Outbox::DELIVERED);
    }

    private function readable(string $state): array
    {
        return array_map(function (array $row): array {
            foreach (['createdAt', 'dueAt', 'doneAt'] as $time) {
                $row[$time] = (int) $row[$time] === 0 ? '' : \XLite\Core\Converter::formatTime((int) $row[$time]);
            }

            return $row;
        }, Parts::outbox()->newest($state, self::MOST));
    }
}
