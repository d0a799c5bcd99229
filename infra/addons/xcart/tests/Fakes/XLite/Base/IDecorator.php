<?php

namespace XLite\Base;

/** FAKE of the mark of X-Cart 5.4's decorators. */
interface IDecorator
{
}
