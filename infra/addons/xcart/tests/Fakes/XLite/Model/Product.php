<?php

namespace XLite\Model;

use Doctrine\ORM\Mapping\ClassMetadata;

/** FAKE of a product: what X-Cart does to a stock level, line by line, and mapped for the real Doctrine. */
class Product extends AEntity
{
    protected $product_id;
    protected $amount = 1000;
    protected $inventoryEnabled = true;
    protected $updateDate = 0;
    protected $sales = 0;

    public static function loadMetadata(ClassMetadata $metadata)
    {
        $metadata->setPrimaryTable(['name' => 'xlite_products']);
        // Decorators are links of one chain; only its end is the entity.
        $metadata->isMappedSuperclass = !(new \ReflectionClass(static::class))->isFinal();
        if (static::class !== self::class) {
            return;
        }
        $metadata->mapField(['fieldName' => 'product_id', 'type' => 'integer', 'id' => true]);
        $metadata->setIdGeneratorType(ClassMetadata::GENERATOR_TYPE_AUTO);
        foreach (['amount' => 'integer', 'inventoryEnabled' => 'boolean', 'updateDate' => 'integer', 'sales' => 'integer'] as $field => $type) {
            $metadata->mapField(['fieldName' => $field, 'columnName' => $field, 'type' => $type]);
        }
    }

    public function getProductId()
    {
        return $this->product_id;
    }

    public function getInventoryEnabled()
    {
        return $this->inventoryEnabled;
    }

    public function setInventoryEnabled($isEnabled)
    {
        $this->inventoryEnabled = $isEnabled;
    }

    public function getAmount()
    {
        return $this->amount;
    }

    public function setAmount($amount)
    {
        $this->amount = max(0, (int) $amount);
    }

    public function setSales($sales)
    {
        $this->sales = $sales;
    }

    public function getPublicAmount()
    {
        return $this->getAmount();
    }

    public function changeAmount($delta)
    {
        if ($this->getInventoryEnabled()) {
            $this->setAmount($this->getPublicAmount() + $delta);
        }
    }
}
