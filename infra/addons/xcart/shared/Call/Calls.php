<?php

namespace Integration\ErpBridge\Call;

use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;
use Integration\ErpBridge\Orders\StaffNotes;
use Integration\ErpBridge\Orders\TrackingNumbers;
use Integration\ErpBridge\Stock\LevelQuery;
use Integration\ErpBridge\Stock\LevelReader;
use Integration\ErpBridge\Stock\LevelRequest;
use Integration\ErpBridge\Stock\LevelWriter;

/** The gateway's calls, as docs/xcart-addon-protocol.md describes them. */
final class Calls
{
    public const PROTOCOL = 1;
    public const ADD_ON = 'Integration-ErpBridge';

    private const METHODS = [
        'about' => ['GET'],
        'stock' => ['GET', 'POST'],
        'tracking' => ['POST'],
        'notes' => ['POST'],
    ];

    /** @var Database */
    private $database;

    /** @var Tables */
    private $tables;

    /** @var Shop */
    private $shop;

    /** @var callable(): int */
    private $clock;

    public function __construct(Database $database, Tables $tables, Shop $shop, callable $clock)
    {
        $this->database = $database;
        $this->tables = $tables;
        $this->shop = $shop;
        $this->clock = $clock;
    }

    /**
     * Carries a call out. Throws nothing.
     *
     * @param Keys|null $keys what the caller's key is held against; null where the shop has done that
     * @param array $query the parsed query string
     */
    public function answer(string $method, string $call, array $query, string $body, ?Keys $keys = null, string $key = ''): Answer
    {
        try {
            if ($keys !== null) {
                $keys->demand($key, $method !== 'GET');
            }

            return $this->carryOut($method, $call, $query, $body);
        } catch (Refused $refused) {
            return Answer::refusal($refused->status, $refused->field, $refused->getMessage());
        } catch (\Throwable $failure) {
            return $this->notNow($call, $failure);
        }
    }

    private function carryOut(string $method, string $call, array $query, string $body): Answer
    {
        $methods = self::METHODS[$call] ?? null;
        if ($methods === null) {
            throw new Refused(404, null, 'There is no such call.');
        }
        if (!in_array($method, $methods, true)) {
            throw new Refused(405, null, "'$call' takes " . implode(' and ', $methods) . '.');
        }

        switch ($call) {
            case 'stock':
                return $method === 'GET' ? $this->readStock($query) : $this->writeStock($body);
            case 'tracking':
                return $this->addTracking($query, $body);
            case 'notes':
                return $this->addNote($query, $body);
            default:
                return $this->about();
        }
    }

    private function about(): Answer
    {
        return Answer::of([
            'addOn' => self::ADD_ON,
            'version' => $this->shop->addOnVersion(),
            'protocol' => self::PROTOCOL,
            'store' => $this->shop->storeVersion(),
            'capabilities' => ['hints', 'stock', 'tracking', 'notes'],
            'atomicStock' => $this->shop->isStockAtomic(),
            'clock' => gmdate('Y-m-d\TH:i:s\Z', ($this->clock)()),
        ]);
    }

    private function readStock(array $query): Answer
    {
        $asked = LevelQuery::read($query);
        return Answer::of(['items' => (new LevelReader($this->database, $this->tables))->read($asked)]);
    }

    private function writeStock(string $body): Answer
    {
        $requests = LevelRequest::readAll(Json::object($body));
        $writer = new LevelWriter($this->database, $this->tables, $this->clock);
        try {
            return Answer::of(['items' => $writer->write($requests)]);
        } finally {
            if ($writer->hasSet()) {
                $this->afterwards('Cached pages could not be dropped', function () {
                    $this->shop->stockWasSet();
                });
            }
        }
    }

    private function addTracking(array $query, string $body): Answer
    {
        $order = Json::idText($query['order'] ?? null, 'order');
        $number = Json::line(Json::object($body), 'number');
        $isNew = (new TrackingNumbers($this->database, $this->tables, $this->clock))->add($order, $number);
        if ($isNew) {
            $this->afterwards('The order history could not be written', function () use ($order, $number) {
                $this->shop->trackingWasAdded($order, $number);
            });
        }

        return Answer::of(['order' => $order, 'result' => $isNew ? 'added' : 'present']);
    }

    private function addNote(array $query, string $body): Answer
    {
        $order = Json::idText($query['order'] ?? null, 'order');
        $line = Json::line(Json::object($body), 'line');
        $isNew = (new StaffNotes($this->database, $this->tables))->add($order, $line);

        return Answer::of(['order' => $order, 'result' => $isNew ? 'added' : 'present']);
    }

    /** What follows a write must not turn it into a failure. */
    private function afterwards(string $what, callable $work): void
    {
        try {
            $work();
        } catch (\Throwable $failure) {
            $this->shop->log($what . ': ' . get_class($failure) . ' ' . $failure->getCode());
        }
    }

    private function notNow(string $call, \Throwable $failure): Answer
    {
        $this->shop->log("The call '$call' failed: " . get_class($failure) . ' ' . $failure->getCode());

        return Answer::refusal(503, null, 'The shop could not carry this out now; send it again.', ['Retry-After' => '5']);
    }
}
