<?php

namespace Integration\ErpBridge\Hint;

/** The add-on's settings, as the shop's staff made them. */
final class HintSettings
{
    /** @var string empty: no hints are made */
    public $endpoint;

    /** @var string[] the present secret first; the second one while it is replaced */
    public $secrets;

    /** @var bool send right after the shop's answer, where the server can */
    public $afterResponse;

    /** @var array<string, bool> type => on */
    private $types;

    /** @param array<string, bool> $types */
    public function __construct(string $endpoint, string $secret, string $oldSecret, array $types, bool $afterResponse)
    {
        $this->endpoint = trim($endpoint);
        $this->secrets = array_values(array_filter([trim($secret), trim($oldSecret)], 'strlen'));
        $this->types = $types;
        $this->afterResponse = $afterResponse;
    }

    public function wants(string $type): bool
    {
        return $this->endpoint !== '' && !empty($this->types[$type]);
    }

    /** What keeps hints from being sent, in plain words; null when nothing does. */
    public function problem(): ?string
    {
        if ($this->endpoint === '') {
            return 'The endpoint is empty.';
        }

        $problem = Endpoint::problem($this->endpoint);
        if ($problem !== null) {
            return $problem;
        }
        if ($this->secrets === []) {
            return 'The secret is empty.';
        }
        foreach ($this->secrets as $secret) {
            if (Signature::key($secret) === null) {
                return "A secret must be 'whsec_' followed by the base64 of 24 to 64 bytes.";
            }
        }

        return null;
    }
}
