<?php

namespace XLite\Model;

/** FAKE of X-Cart's entities. */
abstract class AEntity
{
}
