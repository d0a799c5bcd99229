<?php

namespace XCart\Event\Task;

/** FAKE of X-Cart 5.5's scheduler event. */
class CronEvent
{
}
