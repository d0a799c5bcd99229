<?php

namespace XLite\Module\XC\RESTAPI\Core\Auth;

/** FAKE: its presence says that the REST API add-on is enabled. */
class Keys
{
}
