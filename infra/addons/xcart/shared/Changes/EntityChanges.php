<?php

namespace Integration\ErpBridge\Changes;

use Integration\ErpBridge\Database\Deadlock;
use Integration\ErpBridge\Hint\HintType;
use Integration\ErpBridge\Hint\Recorder;

/** Turns what Doctrine reports about the shop's entities into hints. */
final class EntityChanges
{
    /** Columns that change without anything that an ERP reads. */
    private const SILENT_PROFILE = [
        'first_login', 'last_login', 'last_shipping_id', 'last_payment_id', 'searchFakeField', 'lastCheckoutDate', 'password', 'passwordResetKey',
        'passwordResetKeyDate', 'countOfLoginAttempts', 'dateOfLoginAttempt', 'forceChangePassword', 'xcPendingExport', 'entityVersion',
    ];
    private const SILENT_PRODUCT = ['sales', 'entityVersion', 'updateDate', 'xcPendingExport', 'needProcess'];

    private const PAID = 'P';
    private const CANCELLED = 'C';

    /** @var Recorder */
    private $recorder;

    /** @var Watched */
    private $watched;

    /** @var \SplObjectStorage entity => [types, id], because Doctrine takes the id away before it tells of the removal */
    private $leaving;

    public function __construct(Recorder $recorder, Watched $watched)
    {
        $this->recorder = $recorder;
        $this->watched = $watched;
        $this->leaving = new \SplObjectStorage();
    }

    /** A checkout is complete. The shop's object is still a cart then. */
    public function placed($order): void
    {
        $this->safely(function () use ($order) {
            $types = [HintType::ORDER_PLACED];
            if ($this->paymentCode($order->getPaymentStatus()) === self::PAID) {
                $types[] = HintType::ORDER_PAID;
            }
            $this->recorder->record($types, (int) $order->getOrderId());
        });
    }

    public function inserted($entity): void
    {
        $this->safely(function () use ($entity) {
            if ($this->isOrder($entity)) {
                $this->recorder->record([HintType::ORDER_PLACED], (int) $entity->getOrderId());
            } elseif (is_a($entity, Watched::PROFILE)) {
                $this->profile($entity, [HintType::CUSTOMER_REGISTERED, HintType::CUSTOMER_CHANGED]);
            } else {
                $this->related($entity);
            }
        });
    }

    /** @param array $changes field => [old, new] */
    public function updated($entity, array $changes): void
    {
        if ($changes === []) {
            return;
        }

        $this->safely(function () use ($entity, $changes) {
            if ($this->isOrder($entity)) {
                $this->recorder->record($this->orderTypes($changes), (int) $entity->getOrderId());
            } elseif (is_a($entity, Watched::PROFILE)) {
                $this->profileUpdated($entity, $changes);
            } elseif (is_a($entity, Watched::PRODUCT)) {
                if (array_diff(array_keys($changes), self::SILENT_PRODUCT) !== []) {
                    $this->recorder->record([HintType::PRODUCT_CHANGED], (int) $entity->getProductId());
                }
            } else {
                $this->related($entity);
            }
        });
    }

    /** Before a removal, while the entity still knows who it is. */
    public function leaving($entity): void
    {
        $this->safely(function () use ($entity) {
            if ($this->isOrder($entity)) {
                $this->leaving[$entity] = [[HintType::ORDER_CHANGED], (int) $entity->getOrderId()];
            } elseif (is_a($entity, Watched::PROFILE) && $this->isCustomer($entity)) {
                $this->leaving[$entity] = [[HintType::CUSTOMER_CHANGED], (int) $entity->getProfileId()];
            } elseif (is_a($entity, Watched::PRODUCT)) {
                $this->leaving[$entity] = [[HintType::PRODUCT_CHANGED], (int) $entity->getProductId()];
            } elseif (is_a($entity, $this->watched->return)) {
                $this->leaving[$entity] = [[HintType::RETURN_CHANGED], (int) $entity->getId()];
            }
        });
    }

    public function removed($entity): void
    {
        $this->safely(function () use ($entity) {
            if ($this->leaving->contains($entity)) {
                list($types, $id) = $this->leaving[$entity];
                $this->leaving->detach($entity);
                $this->recorder->record($types, $id);
            } else {
                $this->related($entity);
            }
        });
    }

    /** Rows that belong to a record and tell of its change. */
    private function related($entity): void
    {
        if (is_a($entity, Watched::PRODUCT)) {
            $this->recorder->record([HintType::PRODUCT_CHANGED], (int) $entity->getProductId());
        } elseif (is_a($entity, Watched::PRODUCT_TEXT)) {
            $this->product($entity->getOwner());
        } elseif (is_a($entity, $this->watched->variant)) {
            $this->product($entity->getProduct());
        } elseif (is_a($entity, Watched::ADDRESS)) {
            $this->profile($entity->getProfile(), [HintType::CUSTOMER_CHANGED]);
        } elseif (is_a($entity, Watched::ADDRESS_FIELD)) {
            $address = $entity->getAddress();
            $this->profile($address === null ? null : $address->getProfile(), [HintType::CUSTOMER_CHANGED]);
        } elseif (is_a($entity, Watched::TRACKING) || is_a($entity, Watched::TRANSACTION)) {
            $this->order($entity->getOrder());
        } elseif (is_a($entity, Watched::BACKEND_TRANSACTION)) {
            $transaction = $entity->getPaymentTransaction();
            $this->order($transaction === null ? null : $transaction->getOrder());
        } elseif (is_a($entity, $this->watched->return)) {
            $this->recorder->record([HintType::RETURN_CHANGED], (int) $entity->getId());
        }
    }

    private function order($order): void
    {
        if ($this->isOrder($order)) {
            $this->recorder->record([HintType::ORDER_CHANGED], (int) $order->getOrderId());
        }
    }

    private function product($product): void
    {
        if ($product !== null) {
            $this->recorder->record([HintType::PRODUCT_CHANGED], (int) $product->getProductId());
        }
    }

    private function profileUpdated($profile, array $changes): void
    {
        if (array_diff(array_keys($changes), self::SILENT_PROFILE) === []) {
            return;
        }

        $becameCustomer = isset($changes['anonymous']) && $changes['anonymous'][0] && !$changes['anonymous'][1];
        $this->profile($profile, $becameCustomer ? [HintType::CUSTOMER_REGISTERED, HintType::CUSTOMER_CHANGED] : [HintType::CUSTOMER_CHANGED]);
    }

    /** Each order owns a copy of its customer's profile: a change of that is a change of the order. */
    private function profile($profile, array $types): void
    {
        if ($profile === null) {
            return;
        }
        if ($profile->getOrder() !== null) {
            $this->order($profile->getOrder());
        } elseif ($this->isCustomer($profile)) {
            $this->recorder->record($types, (int) $profile->getProfileId());
        }
    }

    private function isCustomer($profile): bool
    {
        return $profile->getOrder() === null && !$profile->getAnonymous() && !$profile->isAdmin();
    }

    /** Carts are a subclass of orders, in the same table. */
    private function isOrder($entity): bool
    {
        return is_object($entity) && is_a($entity, Watched::ORDER) && !is_a($entity, Watched::CART);
    }

    private function orderTypes(array $changes): array
    {
        $code = isset($changes['paymentStatus']) ? $this->paymentCode($changes['paymentStatus'][1]) : '';
        if ($code === self::PAID) {
            return [HintType::ORDER_PAID, HintType::ORDER_CHANGED];
        }

        return $code === self::CANCELLED ? [HintType::ORDER_CANCELLED, HintType::ORDER_CHANGED] : [HintType::ORDER_CHANGED];
    }

    private function paymentCode($status): string
    {
        return is_object($status) ? (string) $status->getCode() : '';
    }

    /** Reading the shop's objects runs other add-ons' code: whatever that throws must not reach the checkout. */
    private function safely(callable $work): void
    {
        try {
            $work();
        } catch (\Throwable $failure) {
            if (Deadlock::caused($failure)) {
                throw $failure;
            }
            $this->recorder->complain($failure);
        }
    }
}
