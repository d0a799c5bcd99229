<?php

namespace Integration\ErpBridge\Build;

/** One of the two add-ons: which files it has, and where they lie in a shop. */
final class Edition
{
    private const PLAIN_NAMESPACE = 'Integration\\ErpBridge';

    /** @var string `5.4` or `5.5` */
    public $name;

    /** @var string the folder infra/addons/xcart */
    private $source;

    public function __construct(string $name, string $source)
    {
        $this->name = $name;
        $this->source = $source;
    }

    /** What its namespaces begin with. */
    public function namespace(): string
    {
        return $this->name === '5.4' ? 'XLite\\Module\\' . self::PLAIN_NAMESPACE : self::PLAIN_NAMESPACE;
    }

    /** The add-on's folder in a shop. */
    public function root(): string
    {
        return $this->name === '5.4' ? 'classes/XLite/Module/Integration/ErpBridge' : 'modules/Integration/ErpBridge';
    }

    /** The folder of its classes in a shop. */
    public function classes(): string
    {
        return $this->name === '5.4' ? $this->root() : $this->root() . '/src';
    }

    public function packageName(): string
    {
        $version = $this->value('version');

        return $this->name === '5.4' ? "Integration-ErpBridge.$version.tgz" : "Integration-ErpBridge-v$version.tar.gz";
    }

    /** A value of main.yaml. */
    public function value(string $key): string
    {
        $main = $this->read($this->name === '5.4' ? '5.4/main.yaml' : '5.5/config/main.yaml');
        if (!preg_match('/^' . $key . ": *'?(.*?)'? *$/m", $main, $found)) {
            throw new \RuntimeException("main.yaml of {$this->name} has no '$key'.");
        }

        return $found[1];
    }

    /**
     * All files of the add-on, sorted.
     *
     * @return array<string, string> path in the shop => content
     */
    public function files(): array
    {
        $files = [];
        foreach (['shared', 'both'] as $folder) {
            foreach ($this->tree($folder) as $path => $content) {
                if (substr($path, -4) === '.php') {
                    $files[$this->classes() . '/' . $path] = $this->withNamespace($content);
                }
            }
        }
        foreach ($this->tree($this->name) as $path => $content) {
            $files[$this->root() . '/' . $path] = $content;
        }

        $templates = $this->name === '5.4' ? 'skins/admin/modules/Integration/ErpBridge' : $this->root() . '/templates/web/admin/modules/Integration/ErpBridge';
        $files[$templates . '/hints.twig'] = $this->withNamespace($this->read('both/templates/hints.twig'));
        $files[$this->root() . ($this->name === '5.4' ? '/install.yaml' : '/config/install.yaml')] = $this->read('both/install.yaml');
        ksort($files, SORT_STRING);

        return $files;
    }

    /**
     * What X-Cart's uploader reads.
     *
     * @param int $at seconds since 1970
     * @return array<string, mixed>
     */
    public function metadata(int $at): array
    {
        list(, , $minor, $build) = explode('.', $this->value('version'));

        return [
            'RevisionDate' => $at,
            'ActualName' => 'Integration\\ErpBridge',
            'VersionMajor' => $this->name,
            'VersionMinor' => (int) $minor,
            'VersionBuild' => (int) $build,
            'MinCoreVersion' => (int) $this->value('minorRequiredCoreVersion'),
            'Name' => $this->value('moduleName'),
            'Author' => $this->value('authorName'),
            'IconLink' => '',
            'Description' => $this->value('description'),
            'Dependencies' => [],
            'isSystem' => false,
        ];
    }

    /** Shared classes are written in 5.5's namespace. */
    private function withNamespace(string $content): string
    {
        if ($this->name !== '5.4') {
            return $content;
        }

        $content = (string) preg_replace('/^(namespace|use) Integration\\\\ErpBridge\b/m', '$1 XLite\\Module\\Integration\\ErpBridge', $content);

        return str_replace("'Integration\\\\ErpBridge\\\\", "'XLite\\\\Module\\\\Integration\\\\ErpBridge\\\\", $content);
    }

    /** @return array<string, string> path below the folder => content */
    private function tree(string $folder): array
    {
        $files = [];
        $all = new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($this->source . '/' . $folder, \FilesystemIterator::SKIP_DOTS));
        foreach ($all as $file) {
            $path = substr(str_replace('\\', '/', $file->getPathname()), strlen($this->source . '/' . $folder) + 1);
            $files[$path] = (string) file_get_contents($file->getPathname());
        }

        return $files;
    }

    private function read(string $path): string
    {
        $content = file_get_contents($this->source . '/' . $path);
        if ($content === false) {
            throw new \RuntimeException("$path cannot be read.");
        }

        return $content;
    }
}
