<?php

namespace Integration\ErpBridge\Call;

/** Reads requests and says plainly what is wrong with them. */
final class Json
{
    public const LARGEST_BODY = 262144;
    public const LARGEST_NUMBER = 4294967295;

    /** @return array<string, mixed> the object's properties */
    public static function object(string $body): array
    {
        if (strlen($body) > self::LARGEST_BODY) {
            throw new Refused(413, null, 'The body is larger than 256 KB.');
        }

        $object = json_decode($body, false, 8, JSON_BIGINT_AS_STRING);
        if (!$object instanceof \stdClass) {
            throw new Refused(400, null, 'The body is not a JSON object.');
        }

        return get_object_vars($object);
    }

    /** @param mixed $value */
    public static function id($value, string $field): int
    {
        if (!is_int($value) || $value < 1 || $value > self::LARGEST_NUMBER) {
            throw new Refused(400, $field, "'" . self::last($field) . "' must be a whole number from 1 to " . self::LARGEST_NUMBER . '.');
        }

        return $value;
    }

    /** @param mixed $value */
    public static function level($value, string $field): int
    {
        if (!is_int($value) || $value < 0 || $value > self::LARGEST_NUMBER) {
            throw new Refused(400, $field, "'" . self::last($field) . "' must be a whole number from 0 to " . self::LARGEST_NUMBER . '.');
        }

        return $value;
    }

    /** One line of 1 to 255 characters that is not blank. */
    public static function line(array $object, string $field): string
    {
        $value = $object[$field] ?? null;
        if (!is_string($value) || !preg_match('/^[^\p{Cc}\p{Zl}\p{Zp}]{1,255}$/Du', $value) || trim($value) === '') {
            throw new Refused(400, $field, "'$field' must be one line of 1 to 255 characters.");
        }

        return $value;
    }

    /**
     * An id out of the query, where everything is text.
     *
     * @param mixed $value
     */
    public static function idText($value, string $field): int
    {
        if (!is_string($value) || !preg_match('/^[1-9]\d{0,9}$/D', $value) || (int) $value > self::LARGEST_NUMBER) {
            throw new Refused(400, $field, "'" . self::last($field) . "' must be a whole number from 1 to " . self::LARGEST_NUMBER . '.');
        }

        return (int) $value;
    }

    private static function last(string $field): string
    {
        $parts = explode('.', $field);
        return (string) preg_replace('/\[.*$/', '', (string) end($parts));
    }
}
