<?php

namespace XLite\View\Form;

/** FAKE of X-Cart's forms. */
abstract class AForm
{
    abstract protected function getDefaultTarget();

    abstract protected function getDefaultAction();
}
