<?php

namespace Integration\ErpBridge\Tests\Unit;

use Integration\ErpBridge\Changes\EntityChanges;
use Integration\ErpBridge\Changes\Watched;
use Integration\ErpBridge\Database\Database;
use Integration\ErpBridge\Database\Tables;
use Integration\ErpBridge\Hint\HintSettings;
use Integration\ErpBridge\Hint\HintType;
use Integration\ErpBridge\Hint\Outbox;
use Integration\ErpBridge\Hint\Recorder;
use PHPUnit\Framework\TestCase;
use XLite\Model\Address;
use XLite\Model\AddressFieldValue;
use XLite\Model\Cart;
use XLite\Model\Order;
use XLite\Model\OrderTrackingNumber;
use XLite\Model\Payment\BackendTransaction;
use XLite\Model\Payment\Transaction;
use XLite\Model\ProductTranslation;
use XLite\Model\Profile;
use XLite\Model\Status;

final class EntityChangesTest extends TestCase
{
    /** @var string[] */
    private $hints = [];

    /** @var string[] */
    private $log = [];

    public function test_A_placed_order_is_told_though_its_object_is_still_a_cart(): void
    {
        $this->changes()->placed(new Cart(8));

        self::assertSame(['order.placed 8'], $this->hints);
    }

    public function test_A_cart_is_no_order_until_then(): void
    {
        $changes = $this->changes();
        $cart = new Cart(8);
        $changes->inserted($cart);
        $changes->updated($cart, ['total' => [1, 2]]);
        $changes->inserted(new OrderTrackingNumber($cart));
        $changes->inserted(new Transaction($cart));
        $changes->leaving($cart);
        $changes->removed($cart);
        $changes->inserted(new OrderTrackingNumber(null));

        self::assertSame([], $this->hints);
    }

    /** @dataProvider orderChanges */
    public function test_An_order_tells_what_it_became(array $changes, string $type): void
    {
        $this->changes()->updated(new Order(8), $changes);

        self::assertSame(["$type 8"], $this->hints);
    }

    public static function orderChanges(): array
    {
        return [
            [['paymentStatus' => [new Status('Q'), new Status('P')]], 'order.paid'],
            [['paymentStatus' => [new Status('PP'), new Status('C')], 'total' => [1, 2]], 'order.cancelled'],
            [['paymentStatus' => [new Status('P'), new Status('R')]], 'order.changed'],
            [['paymentStatus' => [new Status('P'), null]], 'order.changed'],
            [['shippingStatus' => [new Status('N'), new Status('P')]], 'order.changed'],
            [['shippingStatus' => [new Status('N'), new Status('C')]], 'order.changed'],
            [['adminNotes' => ['', 'x']], 'order.changed'],
        ];
    }

    public function test_An_update_without_changes_is_none(): void
    {
        $this->changes()->updated(new Order(8), []);

        self::assertSame([], $this->hints);
    }

    public function test_Rows_that_belong_to_an_order_tell_of_it(): void
    {
        $this->changes()->inserted(new OrderTrackingNumber(new Order(8)));
        $this->changes()->updated(new Transaction(new Order(9)), ['status' => ['I', 'S']]);
        $this->changes()->inserted(new BackendTransaction(new Transaction(new Order(10))));

        self::assertSame(['order.changed 8', 'order.changed 9', 'order.changed 10'], $this->hints);
    }

    public function test_An_order_made_without_a_checkout_is_placed_too(): void
    {
        $this->changes()->inserted(new Order(8));

        self::assertSame(['order.placed 8'], $this->hints);
    }

    public function test_A_customer_is_told_and_a_guest_is_not(): void
    {
        $guest = new Profile(1);
        $guest->anonymous = true;
        $admin = new Profile(2);
        $admin->admin = true;
        foreach ([$guest, $admin, new Profile(3)] as $profile) {
            $this->changes()->inserted($profile);
            $this->changes()->updated($profile, ['login' => ['a@example.com', 'b@example.com']]);
            $this->changes()->inserted(new Address($profile));
        }

        self::assertSame(['customer.registered 3', 'customer.changed 3', 'customer.changed 3'], $this->hints);
    }

    public function test_A_guest_who_becomes_a_customer_is_registered(): void
    {
        $this->changes()->updated(new Profile(3), ['anonymous' => [true, false], 'password' => ['', 'x']]);

        self::assertSame(['customer.registered 3'], $this->hints);
    }

    public function test_Logging_in_and_checking_out_change_no_customer(): void
    {
        $this->changes()->updated(new Profile(3), ['last_login' => [1, 2], 'first_login' => [0, 2], 'last_shipping_id' => [0, 1], 'searchFakeField' => ['', 'x']]);

        self::assertSame([], $this->hints);
    }

    public function test_A_value_of_an_address_tells_of_its_customer(): void
    {
        $this->changes()->updated(new AddressFieldValue(new Address(new Profile(3))), ['value' => ['a', 'b']]);
        $this->changes()->updated(new AddressFieldValue(null), ['value' => ['a', 'b']]);

        self::assertSame(['customer.changed 3'], $this->hints);
    }

    public function test_An_address_of_an_orders_own_profile_tells_of_the_order(): void
    {
        $profile = new Profile(3);
        $profile->order = new Order(8);
        $this->changes()->updated(new AddressFieldValue(new Address($profile)), ['value' => ['a', 'b']]);
        $profile->order = new Cart(9);
        $this->changes()->updated(new AddressFieldValue(new Address($profile)), ['value' => ['a', 'b']]);

        self::assertSame(['order.changed 8'], $this->hints);
    }

    public function test_Products_their_texts_and_variants_tell_of_the_product(): void
    {
        $product = $this->product(12);
        $variant = new \XC\ProductVariants\Model\ProductVariant();
        $variant->product = $product;
        $this->changes()->updated($product, ['amount' => [2, 1], 'sales' => [1, 2]]);
        $this->changes()->updated(new ProductTranslation($product), ['name' => ['a', 'b']]);
        $this->changes()->updated($variant, ['amount' => [2, 1]]);
        $this->changes()->updated($product, ['sales' => [1, 2], 'updateDate' => [1, 2], 'entityVersion' => ['a', 'b']]);

        self::assertSame(['product.changed 12', 'product.changed 12', 'product.changed 12'], $this->hints);
    }

    public function test_A_variant_of_the_other_editions_add_on_is_not_meant(): void
    {
        $variant = new \XC\ProductVariants\Model\ProductVariant();
        $variant->product = $this->product(12);
        $this->changes('XLite\\Module\\')->updated($variant, ['amount' => [2, 1]]);

        self::assertSame([], $this->hints);
    }

    public function test_A_return_tells_of_itself(): void
    {
        $this->changes()->inserted(new \QSL\Returns\Model\OrderReturn(4));

        self::assertSame(['return.changed 4'], $this->hints);
    }

    public function test_A_removed_order_is_told_though_Doctrine_took_its_id(): void
    {
        $changes = $this->changes();
        $order = new Order(8);
        $changes->leaving($order);
        $order->id = null;
        $changes->removed($order);

        self::assertSame(['order.changed 8'], $this->hints);
    }

    public function test_What_the_shops_objects_throw_never_reaches_the_shop(): void
    {
        $broken = new class (8) extends Order {
            public function getOrderId()
            {
                throw new \LogicException('broken add-on');
            }
        };
        $this->changes()->updated($broken, ['total' => [1, 2]]);

        self::assertSame(['A hint could not be recorded: LogicException 0'], $this->log);
    }

    private function product(int $id)
    {
        return new class ($id) extends \XLite\Model\Product {
            public function __construct($id)
            {
                $this->product_id = $id;
            }
        };
    }

    private function changes(string $addOns = ''): EntityChanges
    {
        $database = $this->createStub(Database::class);
        $database->method('change')->willReturnCallback(function (string $sql, array $parameters): int {
            $this->hints[] = $parameters[1] . ' ' . $parameters[2];
            return 1;
        });
        $settings = function (): HintSettings {
            return new HintSettings('https://a.example/', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', '', array_fill_keys(HintType::switchable(), true), true);
        };
        $recorder = new Recorder($settings, new Outbox($database, new Tables('', true)), 'time', function (string $line) {
            $this->log[] = $line;
        }, function () {
        });

        return new EntityChanges($recorder, new Watched($addOns));
    }
}
