<?php

namespace XLite\Model;

/** FAKE of a cart, which is an order to Doctrine. */
class Cart extends Order
{
}
