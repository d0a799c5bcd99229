<?php

namespace XLite\Model;

/** FAKE of a profile. */
class Profile extends AEntity
{
    public $id;
    public $anonymous = false;
    public $order;
    public $admin = false;

    public function __construct($id)
    {
        $this->id = $id;
    }

    public function getProfileId()
    {
        return $this->id;
    }

    public function getAnonymous()
    {
        return $this->anonymous;
    }

    public function getOrder()
    {
        return $this->order;
    }

    public function isAdmin()
    {
        return $this->admin;
    }
}
