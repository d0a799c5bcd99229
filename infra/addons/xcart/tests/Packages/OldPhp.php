<?php

namespace Integration\ErpBridge\Tests\Packages;

/** Finds syntax and functions that came after PHP 7.2, by tokens: Debian has no ready rule set for it. */
final class OldPhp
{
    private const FUNCTIONS = [
        'array_key_first' => 73, 'array_key_last' => 73, 'is_countable' => 73, 'hrtime' => 73, 'net_get_interfaces' => 73,
        'mb_str_split' => 74, 'password_algos' => 74, 'get_mangled_object_vars' => 74,
        'str_contains' => 80, 'str_starts_with' => 80, 'str_ends_with' => 80, 'get_debug_type' => 80, 'get_resource_id' => 80, 'fdiv' => 80,
        'array_is_list' => 81, 'enum_exists' => 81,
    ];
    private const CONSTANTS = ['JSON_THROW_ON_ERROR' => 73, 'PASSWORD_ARGON2ID' => 73];
    private const CLASSES = ['weakreference' => 74, 'weakmap' => 80, 'stringable' => 80];

    /** @var array[] id, text, line; without blanks and comments */
    private $tokens = [];

    /** @var int */
    private $version;

    /** @var string[] */
    private $complaints = [];

    /**
     * @param int $version the oldest PHP, as 72
     * @return string[] what it would not understand, and where
     */
    public static function complaints(string $code, int $version): array
    {
        $check = new self($code, $version);
        foreach (array_keys($check->tokens) as $at) {
            $check->token($at);
        }

        return $check->complaints;
    }

    private function __construct(string $code, int $version)
    {
        $this->version = $version;
        $line = 1;
        foreach (token_get_all($code) as $token) {
            list($id, $text, $line) = is_array($token) ? $token : [null, $token, $line];
            if (!in_array($id, [T_WHITESPACE, T_COMMENT, T_DOC_COMMENT], true)) {
                $this->tokens[] = [$id, $text, $line];
            }
        }
    }

    private function token(int $at): void
    {
        list($id, $text) = $this->tokens[$at];
        $before = $this->text($at - 1);
        $after = $this->text($at + 1);
        $names = ['T_FN' => 74, 'T_COALESCE_EQUAL' => 74, 'T_NULLSAFE_OBJECT_OPERATOR' => 80, 'T_MATCH' => 80, 'T_ATTRIBUTE' => 80, 'T_ENUM' => 81, 'T_READONLY' => 81];
        $name = $id === null ? '' : token_name($id);
        if (isset($names[$name])) {
            $this->since($names[$name], $at, $text);
        }
        if ($text === ')' && $before === ',' && !$this->closesListOrArray($at)) {
            $this->since($this->opensDeclaration($at) ? 80 : 73, $at, 'a comma before )');
        }
        if ($id === T_LNUMBER && strpos($text, '_') !== false) {
            $this->since(74, $at, $text);
        }
        if ($text === '...' && in_array($before, ['[', ','], true) && $this->innermost($at) === '[') {
            $this->since(74, $at, '... in an array');
        }
        if ($id === T_VARIABLE && $this->isTypedProperty($at)) {
            $this->since(74, $at, "a type before $text");
        }
        if (in_array($id, [T_PUBLIC, T_PROTECTED, T_PRIVATE], true) && $this->innermost($at) === '(') {
            $this->since(80, $at, 'promotion in a constructor');
        }
        if ($id === T_STRING && $after === ':' && $this->text($at + 2) !== ':' && in_array($before, ['(', ','], true) && $this->innermost($at) === '(') {
            $this->since(80, $at, "the named argument $text");
        }
        if ($text === ')' && $after === '{' && $this->text($this->opening($at) - 1) === 'catch' && $this->tokens[$at - 1][0] !== T_VARIABLE) {
            $this->since(80, $at, 'catch without a variable');
        }
        if ($text === '|' && in_array($this->tokens[$at + 2][0] ?? null, [T_VARIABLE], true) && $this->innermost($at) === '(' && $this->opensDeclaration($this->closing($at))) {
            $this->since(80, $at, 'a union of types');
        }
        if (in_array(strtolower($text), ['mixed', 'static', 'never'], true) && $before === ':' && $this->text($at - 2) === ')') {
            $this->since(strtolower($text) === 'never' ? 81 : 80, $at, "the type $text");
        }
        $this->symbol($at, $text, $before, $after);
    }

    private function symbol(int $at, string $text, string $before, string $after): void
    {
        $name = strtolower(ltrim($text, '\\'));
        if ($after === '(' && isset(self::FUNCTIONS[$name]) && !in_array($before, ['->', '::', 'function', 'new'], true)) {
            $this->since(self::FUNCTIONS[$name], $at, $text);
        }
        if (isset(self::CONSTANTS[ltrim($text, '\\')])) {
            $this->since(self::CONSTANTS[ltrim($text, '\\')], $at, $text);
        }
        if (isset(self::CLASSES[$name]) && $this->tokens[$at][0] !== T_VARIABLE) {
            $this->since(self::CLASSES[$name], $at, $text);
        }
    }

    /** `private int $a`, but not `private $a` and not a parameter. */
    private function isTypedProperty(int $at): bool
    {
        $before = $this->tokens[$at - 1][0] ?? null;
        $isType = in_array($before, [T_STRING, T_ARRAY, defined('T_NAME_QUALIFIED') ? T_NAME_QUALIFIED : -1, defined('T_NAME_FULLY_QUALIFIED') ? T_NAME_FULLY_QUALIFIED : -1], true);
        if (!$isType || $this->innermost($at) !== '{') {
            return false;
        }

        for ($start = $at - 1; $start >= 0 && !in_array($this->text($start), ['{', '}', ';'], true); $start--) {
            if (in_array($this->tokens[$start][0], [T_PUBLIC, T_PROTECTED, T_PRIVATE, T_VAR], true)) {
                return true;
            }
        }

        return false;
    }

    /** Whether a ) ends `array(` or `list(`, where a comma has always been allowed. */
    private function closesListOrArray(int $at): bool
    {
        return in_array(strtolower($this->text($this->opening($at) - 1)), ['array', 'list'], true);
    }

    /** Whether the ) ends the parameters of a function's declaration. */
    private function opensDeclaration(int $at): bool
    {
        $start = $this->opening($at);

        return in_array(strtolower($this->text($start - 1)), ['function', 'fn'], true) || strtolower($this->text($start - 2)) === 'function';
    }

    /** The bracket around a token. */
    private function innermost(int $at): string
    {
        return $this->text($this->opening($at));
    }

    /** Where the bracket around a token, or the one that it ends, was opened. */
    private function opening(int $at): int
    {
        for ($depth = 0, $start = $at - 1; $start >= 0; $start--) {
            $text = $this->text($start);
            if (in_array($text, [')', ']', '}'], true)) {
                $depth++;
            } elseif (in_array($text, ['(', '[', '{', '${', '#['], true) || $this->tokens[$start][0] === T_CURLY_OPEN) {
                if ($depth-- === 0) {
                    return $start;
                }
            }
        }

        return -1;
    }

    /** Where the bracket around a token is closed. */
    private function closing(int $at): int
    {
        for ($depth = 0, $end = $at + 1; $end < count($this->tokens); $end++) {
            $text = $this->text($end);
            if (in_array($text, ['(', '[', '{'], true) || $this->tokens[$end][0] === T_CURLY_OPEN) {
                $depth++;
            } elseif (in_array($text, [')', ']', '}'], true) && $depth-- === 0) {
                return $end;
            }
        }

        return count($this->tokens);
    }

    private function text(int $at): string
    {
        return $this->tokens[$at][1] ?? '';
    }

    private function since(int $version, int $at, string $what): void
    {
        if ($version > $this->version) {
            $this->complaints[] = "line {$this->tokens[$at][2]}: $what is of PHP " . $version / 10;
        }
    }
}
