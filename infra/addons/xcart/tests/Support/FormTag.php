<?php

namespace Integration\ErpBridge\Tests\Support;

use Twig\Node\Node;
use Twig\Token;
use Twig\TokenParser\AbstractTokenParser;

/** FAKE of X-Cart's tag `{% form 'CLASS' with {…} %} … {% endform %}`. */
final class FormTag extends AbstractTokenParser
{
    /** @param array<string, string> $parameters */
    public static function opening(string $class, array $parameters): string
    {
        if (!is_subclass_of($class, \XLite\View\Form\AForm::class)) {
            throw new \LogicException("$class is no form.");
        }

        return '<form data-action="' . htmlspecialchars($parameters['formAction']) . '">';
    }

    public function parse(Token $token): Node
    {
        $stream = $this->parser->getStream();
        $class = $this->parser->getExpressionParser()->parseExpression();
        $stream->expect(Token::NAME_TYPE, 'with');
        $parameters = $this->parser->getExpressionParser()->parseExpression();
        $stream->expect(Token::BLOCK_END_TYPE);
        $body = $this->parser->subparse(function (Token $at): bool {
            return $at->test('endform');
        }, true);
        $stream->expect(Token::BLOCK_END_TYPE);

        return new FormNode($class, $parameters, $body, $token->getLine());
    }

    public function getTag(): string
    {
        return 'form';
    }
}
