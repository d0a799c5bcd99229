<?php

namespace Integration\ErpBridge;

use Symfony\Component\HttpKernel\Bundle\Bundle;

/** Makes X-Cart load the add-on's services. */
final class ErpBridgeBundle extends Bundle
{
}
