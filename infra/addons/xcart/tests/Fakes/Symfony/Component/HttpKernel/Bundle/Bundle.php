<?php

namespace Symfony\Component\HttpKernel\Bundle;

/** FAKE of Symfony's bundle. */
class Bundle
{
}
