using Integration.XCart.Orders.Canonical;
using Integration.XCart.Orders;
using Xunit;

namespace Integration.Tests.Unit.XCart.Orders;

public sealed class ChargesTests
{
    [Fact]
    public void Each_surcharge_is_rounded_before_adding()
    {
        // Order 98 of the recorded shop: the unrounded sum would give 53.43.
        var charges = Charges.Of(Order(("shipping", 3.21m), ("discount", -5.096m), ("tax", 4.3546m)), "EUR");

        Assert.Equal(53.42m, 50.96m + charges.Shipping - charges.Discounts[0].Amount + charges.Taxes[0].Amount);
    }

    [Fact]
    public void Currencies_without_minor_units_round_to_whole_units()
    {
        // Order 97 of the recorded shop: 51 + 3 - 5 + 4 = 53.
        var charges = Charges.Of(Order(("shipping", 3m), ("discount", -5.1m), ("tax", 4.1801m)), "JPY");

        Assert.Equal((3m, 5m, 4m), (charges.Shipping, charges.Discounts[0].Amount, charges.Taxes[0].Amount));
    }

    [Fact]
    public void Handling_and_unknown_charges_become_fees()
    {
        var charges = Charges.Of(Order(("handling", 2.5m), ("giftwrap", 1m)), "USD");

        Assert.Equal([2.5m, 1m], charges.Fees.Select(fee => fee.Amount));
    }

    [Fact]
    public void Included_and_unavailable_surcharges_are_not_charged_again()
    {
        var order = Order() with
        {
            Surcharges = [new Surcharge { Type = "tax", Value = 7, Included = true }, new Surcharge { Type = "shipping", Value = 4, Available = false }],
        };

        var charges = Charges.Of(order, "EUR");
        Assert.Equal(0, charges.Shipping);
        Assert.Empty(charges.Taxes);
    }

    [Fact]
    public void Discounts_beyond_the_goods_are_cut_as_the_shop_does()
    {
        var charges = Charges.Of(Order(("discount", -8m), ("discount", -5m)), "USD").NotBelowZero(10);

        Assert.Equal([8m, 2m], charges.Discounts.Select(discount => discount.Amount));
        Assert.Equal([8m], Charges.Of(Order(("discount", -8m)), "USD").NotBelowZero(10).Discounts.Select(discount => discount.Amount));
    }

    private static ShopOrder Order(params (string Type, decimal Value)[] surcharges) => new()
    {
        Id = 1,
        Surcharges = [.. surcharges.Select(surcharge => new Surcharge { Type = surcharge.Type, Code = surcharge.Type.ToUpperInvariant(), Value = surcharge.Value })],
    };
}
