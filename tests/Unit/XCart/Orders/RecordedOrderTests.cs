using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Tests.Unit.Sandbox.Shop;
using Integration.Tests.Unit.XCart.Recorded;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders;
using Integration.XCart.Orders.Canonical;
using Integration.XCart.Api54.Orders.Wire;
using Xunit;

namespace Integration.Tests.Unit.XCart.Orders;

public sealed class RecordedOrderTests
{
    private static readonly JsonSerializerOptions Indented = new(ContractsJson.Options) { WriteIndented = true };

    [Theory]
    [MemberData(nameof(RecordedOrders.Finished), MemberType = typeof(RecordedOrders))]
    public void Every_recorded_order_adds_up_to_its_total(string name)
    {
        var stored = RecordedOrders.Stored(name);
        var shown = RecordedOrders.Shown(name);

        Assert.True(BothReadings.Agree(stored, shown));
        var order = CanonicalOrder.Of(BothReadings.Joined(stored, shown), ShopPairs.Pair());
        Assert.Equal(order.Total, order.ComputedTotal());
        Assert.Empty(OrderChecks.Problems(order));
        Assert.NotEqual(PaymentStatus.Unknown, order.PaymentStatus);
        Assert.NotEqual(FulfilmentStatus.Unknown, order.FulfilmentStatus);
    }

    [Fact]
    public void Recorded_orders_are_all_there() => Assert.Equal(39, RecordedOrders.Finished().Count());

    [Fact]
    public void A_whole_order_has_the_approved_canonical_form()
    {
        var order = Order("110");

        var json = JsonSerializer.Serialize(order, Indented);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "whole-order.received.json"), json);
        var approved = File.ReadAllText(Path.Combine(RecordedExchange.Folder("xcart-orders"), "..", "..", "XCart", "Orders", "whole-order.approved.json"));
        Assert.Equal(approved.ReplaceLineEndings("\n").TrimEnd(), json.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Options_that_cost_extra_are_in_the_unit_price()
    {
        var line = Order("110").Lines[0];

        Assert.Equal(58.49m, line.UnitPrice);
        Assert.Contains(new LineOption("Size", "XXL"), line.Options);
        Assert.Contains(line.Options, option => option.Value.Contains("Łucja – 王小明", StringComparison.Ordinal));
    }

    [Fact]
    public void Variants_carry_their_own_sku_and_options()
    {
        var lines = Order("120").Lines;

        Assert.Equal(["JKT-S-GRN", "10000000093", "JKT-S-BLU"], lines.Select(line => line.Sku));
        Assert.Equal([new LineOption("Color", "Größe-Grün"), new LineOption("Size", "S")], lines[0].Options);
    }

    [Fact]
    public void A_coupon_names_its_code_and_is_positive()
    {
        var discount = Assert.Single(Order("260").Discounts);

        Assert.Equal(("DCOUPON", 3.70m, "SAVE10"), (discount.Code, discount.Amount, discount.Coupon));
    }

    [Fact]
    public void The_coupon_of_nothing_that_an_admin_save_adds_is_left_out() => Assert.Empty(Order("300").Discounts);

    [Fact]
    public void An_admin_save_without_business_change_changes_no_amount()
    {
        var placed = Order("110");
        var saved = Order("300");

        Assert.Equal(placed.Lines.Select(line => (line.UnitPrice, line.Subtotal)), saved.Lines.Select(line => (line.UnitPrice, line.Subtotal)));
        Assert.Equal(placed.Taxes, saved.Taxes);
        Assert.Equal(placed.Discounts, saved.Discounts);
        Assert.Equal(placed.Customer, saved.Customer);
        Assert.Equal(placed.CustomFields, saved.CustomFields);
    }

    [Fact]
    public void An_order_without_shipping_charge_still_has_its_method()
    {
        var order = Order("180");

        Assert.Equal(0, order.ShippingCost);
        Assert.Equal("5", order.ShippingMethod?.Code);
    }

    [Fact]
    public void A_customer_who_registered_is_no_guest()
    {
        var first = Order("220").Customer;
        var second = Order("230").Customer;

        Assert.False(first.IsGuest);
        Assert.Equal(first.Id, second.Id);
        Assert.True(Order("110").Customer.IsGuest);
    }

    [Theory]
    [InlineData("110", PaymentStatus.Unpaid, PaymentState.Pending)]
    [InlineData("300", PaymentStatus.Paid, PaymentState.Captured)]
    [InlineData("240", PaymentStatus.Paid, PaymentState.Captured)]
    [InlineData("470", PaymentStatus.Authorised, PaymentState.Authorised)]
    [InlineData("476", PaymentStatus.Paid, PaymentState.Captured)]
    [InlineData("486", PaymentStatus.Cancelled, PaymentState.Voided)]
    [InlineData("332", PaymentStatus.PartlyPaid, PaymentState.Captured)]
    [InlineData("338", PaymentStatus.Refunded, PaymentState.Refunded)]
    [InlineData("328", PaymentStatus.Refunded, PaymentState.Refunded)]
    public void A_transaction_stands_where_shop_and_order_say(string name, PaymentStatus status, PaymentState state)
    {
        var order = Order(name);

        Assert.Equal(status, order.PaymentStatus);
        Assert.Equal(state, Assert.Single(order.Payments).State);
    }

    [Fact]
    public void A_failed_attempt_stays_beside_the_payment_that_followed() =>
        Assert.Equal([PaymentState.Failed, PaymentState.Pending], Order("444").Payments.Select(payment => payment.State));

    [Fact]
    public void An_order_at_23_30_local_time_gets_the_local_date()
    {
        var stored = RecordedOrders.Stored("110") with { PlacedAt = new DateTimeOffset(2026, 11, 20, 22, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds() };
        var shown = RecordedOrders.Shown("110");

        Assert.Equal(new DateOnly(2026, 11, 20), CanonicalOrder.Of(BothReadings.Joined(stored, shown), ShopPairs.Pair("Europe/Berlin")).LocalDate);
        Assert.Equal(new DateOnly(2026, 11, 21), CanonicalOrder.Of(BothReadings.Joined(stored, shown), ShopPairs.Pair("Asia/Tokyo")).LocalDate);
        Assert.Equal(TimeSpan.Zero, CanonicalOrder.Of(BothReadings.Joined(stored, shown), ShopPairs.Pair()).PlacedAt.Offset);
    }

    [Fact]
    public void A_merchants_own_status_is_unknown_until_the_pair_names_it()
    {
        var stored = RecordedOrders.Stored("110") with { ShippingStatus = new StoredStatus("PCK") };
        var shown = RecordedOrders.Shown("110");
        var named = new JsonObject { ["shipping-status"] = new JsonObject { ["PCK"] = "processing" } };
        var misnamed = new JsonObject { ["shipping-status"] = new JsonObject { ["PCK"] = "packed" } };

        Assert.Equal(FulfilmentStatus.Unknown, CanonicalOrder.Of(BothReadings.Joined(stored, shown), ShopPairs.Pair()).FulfilmentStatus);
        Assert.Equal(FulfilmentStatus.Processing, CanonicalOrder.Of(BothReadings.Joined(stored, shown), ShopPairs.Pair(lookups: named)).FulfilmentStatus);
        Assert.Equal("PCK", CanonicalOrder.Of(BothReadings.Joined(stored, shown), ShopPairs.Pair(lookups: named)).FulfilmentStatusCode);
        var fault = Assert.Throws<MappingFault>(() => CanonicalOrder.Of(BothReadings.Joined(stored, shown), ShopPairs.Pair(lookups: misnamed)));
        Assert.Equal("lookups.shipping-status.PCK", fault.Field);
    }

    [Fact]
    public void A_card_number_in_the_note_is_removed()
    {
        var stored = RecordedOrders.Stored("110") with { Notes = "Please charge 4111 1111 1111 1111, thanks. Order 1234567890123." };

        var order = CanonicalOrder.Of(BothReadings.Joined(stored, RecordedOrders.Shown("110")), ShopPairs.Pair());
        Assert.Equal("Please charge [card number removed], thanks. Order 1234567890123.", order.Notes);
    }

    [Fact]
    public void A_password_hash_never_becomes_part_of_the_order()
    {
        var text = RecordedOrders.DefaultText("220").Replace("[REDACTED]", "SHA512:5f4dcc3b5aa765d61d8327deb882cf99", StringComparison.Ordinal);
        Assert.Contains("SHA512:", text, StringComparison.Ordinal);

        var stored = JsonSerializer.Deserialize<StoredOrder>(text, ShopJson.Options)!;
        var order = CanonicalOrder.Of(BothReadings.Joined(stored, RecordedOrders.Shown("220")), ShopPairs.Pair());
        Assert.DoesNotContain("SHA512", JsonSerializer.Serialize(stored) + JsonSerializer.Serialize(order, ContractsJson.Options), StringComparison.Ordinal);
    }

    private static Order Order(string name) => CanonicalOrder.Of(BothReadings.Joined(RecordedOrders.Stored(name), RecordedOrders.Shown(name)), ShopPairs.Pair());
}
