<?php

namespace Integration\ErpBridge\Core;

use Integration\ErpBridge\Hint\HintSettings;
use Integration\ErpBridge\Hint\HintType;

/** Reads the add-on's settings, and the shop's own where the add-on needs them. */
final class Options
{
    public const CATEGORY = 'Integration\\ErpBridge';

    /** Empty when there is no such setting. */
    public static function text(string $author, string $addOn, string $name): string
    {
        $ofAuthor = \XLite\Core\Config::getInstance()->$author;
        $ofAddOn = $ofAuthor ? $ofAuthor->$addOn : null;

        return $ofAddOn ? (string) $ofAddOn->$name : '';
    }

    public static function isOn(string $name): bool
    {
        // On/off switches are stored as '1' or '', yes/no ones as 'Y' or 'N'.
        return in_array(self::text('Integration', 'ErpBridge', $name), ['1', 'Y'], true);
    }

    public static function hints(): HintSettings
    {
        $types = [];
        foreach (HintType::switchable() as $type) {
            $types[$type] = self::isOn(HintType::setting($type));
        }

        return new HintSettings(
            self::text('Integration', 'ErpBridge', 'endpoint'),
            self::text('Integration', 'ErpBridge', 'secret'),
            self::text('Integration', 'ErpBridge', 'old_secret'),
            $types,
            self::isOn('after_response')
        );
    }
}
