using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Acumatica.SalesOrders;
using Integration.Contracts.Amounts;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.SalesOrders;

public sealed class RepresentablePricesTests
{
    [Theory]
    [InlineData(3, "10.00", 2, "3.34", "0.02")]
    [InlineData(3, "10.00", 4, "3.3334", null)]
    [InlineData(2, "10.00", 2, "5.00", null)]
    [InlineData(7, "0.01", 2, "0.01", "0.06")]
    [InlineData(1, "0", 2, "0", null)]
    public void A_line_comes_out_at_its_amount(int quantity, string amount, int decimals, string price, string? discount)
    {
        var line = Line(quantity, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "EUR", decimals);

        Assert.Equal(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), line["UnitPrice"]!.GetValue<decimal>());
        Assert.Equal(discount is null ? null : decimal.Parse(discount, System.Globalization.CultureInfo.InvariantCulture), line["DiscountAmount"]?.GetValue<decimal>());
        Assert.False(line.ContainsKey("ExtendedPrice"));
        Assert.True(line["ManualPrice"]!.GetValue<bool>());
    }

    [Fact]
    public void Any_amount_for_any_quantity_can_be_represented_in_any_currency()
    {
        var cases = from quantity in Gen.Choose(1, 100_000)
                    from divisor in Gen.Elements(1, 1000)
                    from minor in Gen.Choose(0, 100_000_000)
                    from currency in Gen.Elements("EUR", "JPY", "KWD")
                    from decimals in Gen.Choose(currency == "KWD" ? 3 : 2, 6)
                    select (Quantity: (decimal)quantity / divisor, Amount: minor * Currencies.SmallestUnit(currency), currency, decimals);

        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var line = Line(sample.Quantity, sample.Amount, sample.currency, sample.decimals);
            var price = line["UnitPrice"]!.GetValue<decimal>();
            return OrderAmounts.LineAmount(line, sample.currency) == sample.Amount
                && price == Math.Round(price, sample.decimals)
                && (line["DiscountAmount"] is null || line["DiscountAmount"]!.GetValue<decimal>() > 0);
        }).QuickCheckThrowOnFailure();
    }

    private static JsonObject Line(decimal quantity, decimal amount, string currency, int decimals)
    {
        var document = new JsonObject
        {
            ["CurrencyID"] = currency,
            ["Details"] = new JsonArray(new JsonObject { ["OrderQty"] = quantity, ["ExtendedPrice"] = amount }),
        };
        RepresentablePrices.Apply(document, decimals);
        return document["Details"]![0]!.AsObject();
    }
}
