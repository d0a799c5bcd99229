using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Contracts.Amounts;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.SalesOrders;

public sealed class LinePricesTests
{
    [Theory]
    [InlineData("2", "9.00", 2, "4.50", "1")]
    [InlineData("3", "10.00", 2, "10.00", "3")]
    [InlineData("3", "10.00", 6, "3.333333", "1")]
    [InlineData("7", "0.01", 2, "0.01", "7")]
    [InlineData("1", "-1.50", 2, "-1.50", "1")]
    [InlineData("-3", "-10.00", 2, "10.00", "3")]
    [InlineData("0.5", "1.11", 2, "2.22", "1")]
    [InlineData("1", "0.00", 2, "0", "1")]
    public void A_line_gets_a_unit_price_or_a_price_for_its_whole_quantity(string quantity, string amount, int decimals, string price, string unit)
    {
        var line = Line(Number(quantity), Number(amount));
        LinePrices.Apply(line, "EUR", decimals);

        Assert.Equal((Number(price), Number(unit)), (line.Number("SalesPrice"), line.Number("SalesPriceQuantity")));
        Assert.Equal(Number(amount), LinePrices.AmountOf(line, "EUR"));
        Assert.False(line.ContainsKey("LineAmount"));
        Assert.Equal(0m, line.Number("LineDiscountPercentage"));
    }

    [Fact]
    public void Any_amount_comes_out_exactly() => Prop.ForAll(
        (from quantity in FsCheck.Fluent.Gen.Choose(1, 1_000_000)
         from amount in FsCheck.Fluent.Gen.Choose(-10_000_000, 10_000_000)
         from currency in FsCheck.Fluent.Gen.Elements("EUR", "JPY", "KWD")
         from decimals in FsCheck.Fluent.Gen.Choose(0, 8)
         select (Quantity: quantity / 1000m, Amount: amount * Currencies.SmallestUnit(currency), currency, decimals)).ToArbitrary(),
        sample =>
        {
            var line = Line(sample.Quantity, sample.Amount);
            LinePrices.Apply(line, sample.currency, sample.decimals);
            return LinePrices.AmountOf(line, sample.currency) == sample.Amount;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_price_of_the_mapping_itself_stays()
    {
        var line = new JsonObject { ["OrderedSalesQuantity"] = 2m, ["SalesPrice"] = 1.5m };
        LinePrices.Apply(line, "EUR", 2);

        Assert.Equal("""{"OrderedSalesQuantity":2,"SalesPrice":1.5}""", line.ToJsonString());
        Assert.Equal(3m, LinePrices.AmountOf(line, "EUR"));
    }

    private static JsonObject Line(decimal quantity, decimal amount) => new() { ["OrderedSalesQuantity"] = quantity, ["LineAmount"] = amount };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
