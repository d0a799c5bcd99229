<?php

namespace Integration\ErpBridge\Changes;

/** The names of the shop's classes whose changes are hinted. Classes of add-ons that are absent match nothing. */
final class Watched
{
    public const ORDER = 'XLite\Model\Order';
    public const CART = 'XLite\Model\Cart';
    public const TRACKING = 'XLite\Model\OrderTrackingNumber';
    public const TRANSACTION = 'XLite\Model\Payment\Transaction';
    public const BACKEND_TRANSACTION = 'XLite\Model\Payment\BackendTransaction';
    public const PROFILE = 'XLite\Model\Profile';
    public const ADDRESS = 'XLite\Model\Address';
    public const ADDRESS_FIELD = 'XLite\Model\AddressFieldValue';
    public const PRODUCT = 'XLite\Model\Product';
    public const PRODUCT_TEXT = 'XLite\Model\ProductTranslation';

    /** @var string */
    public $variant;

    /** @var string */
    public $return;

    /** @param string $addOns what the names of add-ons begin with: `XLite\Module\` in 5.4, nothing in 5.5 */
    public function __construct(string $addOns)
    {
        $this->variant = $addOns . 'XC\ProductVariants\Model\ProductVariant';
        $this->return = $addOns . 'QSL\Returns\Model\OrderReturn';
    }
}
