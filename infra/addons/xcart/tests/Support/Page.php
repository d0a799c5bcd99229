<?php

namespace Integration\ErpBridge\Tests\Support;

use Twig\Environment;
use Twig\Loader\FilesystemLoader;
use Twig\TwigFunction;

require_once '/usr/share/php/Twig/autoload.php';

/** A real Twig with fakes of what X-Cart adds to it. Unknown variables and methods are errors. */
final class Page
{
    /** @var object the view, open to its template as in X-Cart */
    private $view;

    /** @param object $view */
    public function __construct($view)
    {
        $this->view = $view;
    }

    public function __call($method, $arguments)
    {
        return $this->view->call($method);
    }

    /** @param string $template its path */
    public function render(string $template): string
    {
        $twig = new Environment(new FilesystemLoader(dirname($template)), ['strict_variables' => true]);
        $twig->addTokenParser(new FormTag());
        $twig->addFunction(new TwigFunction('t', function (string $label): string {
            return $label;
        }));
        $twig->addFunction(new TwigFunction('url', function (string $target, string $action, array $parameters): string {
            return 'admin.php?' . http_build_query(['target' => $target, 'action' => $action] + $parameters);
        }));

        return $twig->render(basename($template), ['this' => $this]);
    }
}
