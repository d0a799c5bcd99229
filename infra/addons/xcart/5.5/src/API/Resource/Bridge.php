<?php

namespace Integration\ErpBridge\API\Resource;

use ApiPlatform\Core\Annotation as ApiPlatform;
use Integration\ErpBridge\Controller\API\Bridge as BridgeController;

/**
 * The gateway's calls under `/api/erp_bridge/`, behind the token of the shop's API. The controller answers by itself: nothing
 * is read, deserialised or written by API Platform.
 *
 * @ApiPlatform\ApiResource(
 *     attributes={"pagination_enabled"=false},
 *     shortName="ERP bridge",
 *     itemOperations={},
 *     collectionOperations={
 *         "erp_bridge_read"={
 *             "method"="GET",
 *             "path"="/erp_bridge/{call}",
 *             "identifiers"={"call"},
 *             "requirements"={"call"="\w+"},
 *             "controller"=BridgeController::class,
 *             "read"=false,
 *             "openapi_context"={
 *                  "summary"="Calls of the integration gateway: about, stock",
 *                  "parameters"={
 *                      {"name"="call", "in"="path", "required"=true, "schema"={"type"="string"}},
 *                  }
 *             },
 *         },
 *         "erp_bridge_write"={
 *             "method"="POST",
 *             "path"="/erp_bridge/{call}",
 *             "identifiers"={"call"},
 *             "requirements"={"call"="\w+"},
 *             "controller"=BridgeController::class,
 *             "read"=false,
 *             "deserialize"=false,
 *             "validate"=false,
 *             "write"=false,
 *             "openapi_context"={
 *                  "summary"="Calls of the integration gateway: stock, tracking, notes",
 *                  "parameters"={
 *                      {"name"="call", "in"="path", "required"=true, "schema"={"type"="string"}},
 *                  }
 *             },
 *         },
 *     }
 * )
 */
class Bridge
{
    /**
     * @ApiPlatform\ApiProperty(identifier=true)
     */
    public string $call = '';
}
