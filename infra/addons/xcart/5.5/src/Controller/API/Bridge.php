<?php

namespace Integration\ErpBridge\Controller\API;

use Integration\ErpBridge\Core\Parts;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/** Answers the gateway's calls. X-Cart's firewall has checked the token: the reading one gets no further than GET. */
final class Bridge
{
    public function __invoke(Request $request, string $call): Response
    {
        $answer = Parts::calls()->answer($request->getMethod(), $call, $request->query->all(), (string) $request->getContent());

        return new Response(
            $answer->body,
            $answer->status,
            ['Content-Type' => 'application/json; charset=utf-8', 'Cache-Control' => 'no-store'] + $answer->headers
        );
    }
}
