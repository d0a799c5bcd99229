using FsCheck;
using FsCheck.Fluent;
using Integration.Connectors.Lanes.Returns;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Lanes.Returns;

public sealed class ReturnAmountsTests
{
    [Fact]
    public void Whatever_the_parts_the_returns_of_an_order_add_up_to_the_order() => Prop.ForAll(Orders().ToArbitrary(), order =>
    {
        var amounts = new ReturnAmounts(order);
        var (stand, credited) = (new ReturnedSoFar(new Dictionary<string, decimal>(), false), 0m);
        foreach (var line in order.Lines)
        {
            for (var piece = 0; piece < line.Quantity; piece++)
            {
                var now = new Dictionary<string, decimal> { [line.Id] = 1 };
                // Shipping is given back somewhere in the midst.
                var charges = line == order.Lines[^1] && piece == 0;
                var goods = amounts.Fill(ReturnTesting.Frame(order), stand, now, charges);
                if (goods.Total != Currencies.Round(goods.Total, order.Currency)) return false;
                credited += goods.Total;
                stand = stand.With(now, charges);
            }
        }

        return credited == order.Total;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_whole_return_is_the_order()
    {
        var order = ReturnTesting.Order();

        var goods = new ReturnAmounts(order).Fill(ReturnTesting.Frame(order), ReturnTesting.Nothing, order.Lines.ToDictionary(line => line.Id, line => line.Quantity), charges: true);

        Assert.Equal((order.Total, order.ShippingCost, 3.00m, 2.67m), (goods.Total, goods.Shipping, goods.Discount, goods.Taxes.Sum(tax => tax.Amount)));
        Assert.Equal([("MUG-01", 2m, 20m), ("TEE-RED-S", 1m, 10m)], goods.Lines.Select(line => (line.Sku, line.Quantity, line.Amount)));
    }

    [Fact]
    public void Without_shipping_its_part_of_the_tax_stays_too()
    {
        var order = ReturnTesting.Order();

        var goods = new ReturnAmounts(order).Fill(ReturnTesting.Frame(order), ReturnTesting.Nothing, order.Lines.ToDictionary(line => line.Id, line => line.Quantity), charges: false);

        // 27.00 of 32.00 bear 2.25 of 2.67.
        Assert.Equal((0m, 2.25m, 29.25m), (goods.Shipping, goods.Taxes.Sum(tax => tax.Amount), goods.Total));
    }

    [Fact]
    public void Shipping_alone_is_given_back_once()
    {
        var order = ReturnTesting.Order();
        var none = new Dictionary<string, decimal>();

        var first = new ReturnAmounts(order).Fill(ReturnTesting.Frame(order), ReturnTesting.Nothing, none, charges: true);
        var second = new ReturnAmounts(order).Fill(ReturnTesting.Frame(order), ReturnTesting.Nothing.With(none, charges: true), none, charges: true);

        Assert.Equal((5m, 0.42m, 5.42m), (first.Shipping, first.Taxes.Sum(tax => tax.Amount), first.Total));
        Assert.Equal(0m, second.Total);
    }

    private static Gen<Order> Orders() =>
        from currency in Gen.Elements("USD", "JPY", "KWD")
        from lines in Gen.Choose(1, 4).SelectMany(count => Gen.Zip(Gen.Choose(1, 5), Gen.Choose(0, 99_999)).ListOf(count))
        from shipping in Gen.Choose(0, 2_000)
        from discount in Gen.Choose(0, 30)
        from tax in Gen.Choose(0, 25)
        from rounding in Gen.Elements(0, 0, 1, -1)
        select Make(currency, [.. lines], shipping, discount, tax, rounding);

    private static Order Make(string currency, IReadOnlyList<(int Quantity, int Units)> lines, int shipping, int discount, int tax, int rounding)
    {
        var unit = Currencies.SmallestUnit(currency);
        var goods = lines.Sum(line => line.Units * unit);
        var off = Currencies.Round(goods * discount / 100, currency);
        var order = ReturnTesting.Order() with
        {
            Currency = currency,
            Lines = [.. lines.Select((line, at) => new OrderLine
            {
                Id = $"{at}", Sku = $"S{at}", Name = $"S{at}", Quantity = line.Quantity, UnitPrice = line.Units * unit / line.Quantity, Subtotal = line.Units * unit,
            })],
            ShippingCost = shipping * unit,
            Discounts = off == 0 ? [] : [new OrderDiscount("D", "Discount", off)],
            Taxes = [new OrderTax("T", "Tax", Currencies.Round((goods - off + (shipping * unit)) * tax / 100, currency))],
            Rounding = rounding * unit,
        };
        return order with { Total = order.ComputedTotal() };
    }
}
