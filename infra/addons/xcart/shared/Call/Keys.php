<?php

namespace Integration\ErpBridge\Call;

/** The two keys of the shop's REST API add-on. An empty key is switched off. */
final class Keys
{
    /** @var string */
    private $write;

    /** @var string */
    private $read;

    public function __construct(string $write, string $read)
    {
        $this->write = $write;
        $this->read = $read;
    }

    /** Refuses a call that the given key does not allow. */
    public function demand(string $given, bool $isWrite): void
    {
        if ($this->write === '' && $this->read === '') {
            throw new Refused(403, null, "The shop's REST API is switched off: both of its keys are empty.");
        }

        $mayWrite = $this->same($this->write, $given);
        $mayRead = $this->same($this->read, $given);
        if ($given === '' || !($mayWrite || $mayRead)) {
            throw new Refused(401, null, "The header X-Integration-Key must hold a key of the shop's REST API.");
        }
        if ($isWrite && !$mayWrite) {
            throw new Refused(403, null, 'This call needs the read/write key.');
        }
    }

    private function same(string $known, string $given): bool
    {
        // Hashes have one length, so that the time taken does not tell the key's.
        return hash_equals(hash('sha256', $known), hash('sha256', $given)) && $known !== '';
    }
}
