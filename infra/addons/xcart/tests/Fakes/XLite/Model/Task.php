<?php

namespace XLite\Model;

/** FAKE of a row of the scheduler. */
class Task extends AEntity
{
    /** @var string */
    public $owner;

    public function setOwner($owner)
    {
        $this->owner = $owner;
    }
}
