<?php

namespace Integration\ErpBridge\Tests\Support;

use Twig\Compiler;
use Twig\Node\Node;

/** FAKE of what X-Cart makes of `{% form %}`: a form that posts to the action, through the form's class. */
final class FormNode extends Node
{
    public function __construct(Node $class, Node $parameters, Node $body, int $line)
    {
        parent::__construct(['class' => $class, 'parameters' => $parameters, 'body' => $body], [], $line, 'form');
    }

    public function compile(Compiler $compiler): void
    {
        $compiler
            ->addDebugInfo($this)
            ->write('echo \\' . FormTag::class . '::opening(')->subcompile($this->getNode('class'))->raw(', ')->subcompile($this->getNode('parameters'))->raw(");\n")
            ->subcompile($this->getNode('body'))
            ->write("echo '</form>';\n");
    }
}
