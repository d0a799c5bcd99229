using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Contracts.Amounts;
using Integration.Dynamics.Finance.Returns;
using Integration.Dynamics.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Returns;

public sealed class ReturnPricesTests
{
    [Theory]
    [InlineData(-3, -9.99, "EUR", "-3 x 3.33")]
    [InlineData(-3, -10.00, "EUR", "-2 x 3.33, -1 x 3.34")]
    [InlineData(-7, -1.00, "EUR", "-5 x 0.14, -2 x 0.15")]
    [InlineData(-3, 10.00, "EUR", "-2 x -3.33, -1 x -3.34")]
    [InlineData(-3, 0, "EUR", "-3 x 0")]
    [InlineData(-3, -10, "JPY", "-3 x 3.33")]
    public void Lines_come_out_at_their_amount(decimal quantity, decimal amount, string currency, string lines)
    {
        var parts = ReturnPrices.Apply(Line(quantity, amount), currency, 2).ToList();

        Assert.Equal(lines, string.Join(", ", parts.Select(part => FormattableString.Invariant($"{part.Number("ReturnSalesQuantity"):0.##} x {part.Number("SalesPrice"):0.##}"))));
        Assert.Equal(amount, parts.Sum(part => ReturnPrices.AmountOf(part, currency)));
    }

    [Fact]
    public void Any_amount_of_whole_pieces_comes_out_exactly() =>
        Prop.ForAll(Gen.Choose(1, 200).SelectMany(pieces => Gen.Choose(-500_000, 500_000).Select(cents => (Pieces: pieces, Cents: cents))).ToArbitrary(), sample =>
        {
            var parts = ReturnPrices.Apply(Line(-sample.Pieces, sample.Cents / 100m), "USD", 2).ToList();
            return parts.Count <= 2 && parts.Sum(part => part.Number("ReturnSalesQuantity")!.Value) == -sample.Pieces && parts.Sum(part => ReturnPrices.AmountOf(part, "USD")) == sample.Cents / 100m;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_part_of_a_piece_keeps_the_nearest_price_and_the_total_tells()
    {
        var part = Assert.Single(ReturnPrices.Apply(Line(-1.5m, -10m), "USD", 2));

        Assert.Equal((6.67m, -10.01m), (part.Number("SalesPrice")!.Value, ReturnPrices.AmountOf(part, "USD")));
        Assert.NotEqual(10m, Currencies.Round(-ReturnPrices.AmountOf(part, "USD"), "USD"));
    }

    [Fact]
    public void A_price_that_was_mapped_stays()
    {
        var line = new JsonObject { ["ItemNumber"] = "MUG-01", ["ReturnSalesQuantity"] = -3m, ["SalesPrice"] = 4m };

        Assert.Equal(4m, Assert.Single(ReturnPrices.Apply(line, "USD", 2)).Number("SalesPrice"));
    }

    private static JsonObject Line(decimal quantity, decimal amount) => new() { ["ItemNumber"] = "MUG-01", ["ReturnSalesQuantity"] = quantity, ["LineAmount"] = amount };
}
