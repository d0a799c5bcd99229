<?php

namespace XLite\Module\XC\ProductVariants\Model;

use Doctrine\ORM\Mapping\ClassMetadata;

/** FAKE of a variant: what X-Cart does to a stock level, line by line, and mapped for the real Doctrine. */
class ProductVariant extends \XLite\Model\AEntity
{
    public $product;
    protected $id;
    protected $amount = 0;
    protected $defaultAmount = true;

    public static function loadMetadata(ClassMetadata $metadata)
    {
        $metadata->setPrimaryTable(['name' => 'xlite_product_variants']);
        // Decorators are links of one chain; only its end is the entity.
        $metadata->isMappedSuperclass = !(new \ReflectionClass(static::class))->isFinal();
        if (static::class !== self::class) {
            return;
        }
        $metadata->mapField(['fieldName' => 'id', 'type' => 'integer', 'id' => true]);
        $metadata->setIdGeneratorType(ClassMetadata::GENERATOR_TYPE_AUTO);
        $metadata->mapField(['fieldName' => 'amount', 'type' => 'integer']);
        $metadata->mapField(['fieldName' => 'defaultAmount', 'columnName' => 'defaultAmount', 'type' => 'boolean']);
    }

    public function getId()
    {
        return $this->id;
    }

    public function getProduct()
    {
        return $this->product;
    }

    public function getDefaultAmount()
    {
        return $this->defaultAmount;
    }

    public function getAmount()
    {
        return $this->amount;
    }

    public function setAmount($amount)
    {
        $this->amount = max(0, (int) $amount);
    }

    public function changeAmount($delta)
    {
        if (!$this->getDefaultAmount()) {
            $this->setAmount($this->getAmount() + $delta);
        }
    }
}
