using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Mapping.Conversions.Amounts;
using Integration.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions.Amounts;

public sealed class SharesTests
{
    [Theory]
    [InlineData("10", "EUR", "[1, 1, 1]", "3.34 3.33 3.33")]
    [InlineData("10.00", "EUR", "[20, 30, 50]", "2.00 3.00 5.00")]
    [InlineData("0.01", "EUR", "[1, 2]", "0.00 0.01")]
    [InlineData("-10", "EUR", "[1, 1, 1]", "-3.34 -3.33 -3.33")]
    [InlineData("100", "JPY", "[1, 1, 1]", "34 33 33")]
    [InlineData("1", "KWD", "[1, 1, 1]", "0.334 0.333 0.333")]
    [InlineData("5", "EUR", "[0, 0]", "2.50 2.50")]
    [InlineData("5", "EUR", "[0, 7]", "0.00 5.00")]
    [InlineData("5", "EUR", "[3]", "5.00")]
    public void Amount_is_distributed_by_weight(string amount, string currency, string weights, string expected)
    {
        var count = JsonNode.Parse(weights)!.AsArray().Count;
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, count).Select(at => Map(amount, currency, weights, at).Document!["to"]!.ToString())));
    }

    [Fact]
    public void Rest_is_the_weight_without_its_share() => Assert.Equal("16.66", Map("10", "EUR", "[20, 20, 20]", 0, """, "give": "rest" """).Document!["to"]!.ToString());

    [Theory]
    [InlineData("0.005", "EUR", "[1]", 0)]
    [InlineData("0.5", "JPY", "[1]", 0)]
    [InlineData("5", "EUR", "[1, -1]", 0)]
    [InlineData("5", "EUR", "[1]", 1)]
    [InlineData("5", "EUR", "[]", 0)]
    public void What_cannot_be_distributed_exactly_is_a_problem(string amount, string currency, string weights, int at) =>
        Assert.Equal(ProblemKind.ConversionFailed, Assert.Single(Map(amount, currency, weights, at).Problems).Kind);

    [Fact]
    public void Parts_make_the_whole_and_none_is_a_unit_off_its_exact_share() => Prop.ForAll(Cases().ToArbitrary(), given =>
    {
        var (units, weights) = given;
        var shares = Shares.Of(units, weights);
        var all = weights.Sum();
        var isFair = all == 0 || weights.Zip(shares).All(pair => Math.Abs((pair.First * units / all) - pair.Second) < 1);
        return shares.Sum() == units && isFair && shares.All(share => share == 0 || Math.Sign(share) == Math.Sign(units));
    }).QuickCheckThrowOnFailure();

    private static Gen<(decimal Units, List<decimal> Weights)> Cases() =>
        from units in Gen.Choose(-1_000_000, 1_000_000)
        from weights in Gen.Choose(0, 1_000_000).Select(cents => cents / 100m).NonEmptyListOf()
        select ((decimal)units, weights.ToList());

    private static MappingResult Map(string amount, string currency, string weights, int at, string more = "") => Converting.Map(
        $$"""{ "kind": "share", "weights": "weights", "at": "at" {{more}} }""",
        new JsonObject { ["value"] = JsonNode.Parse(amount), ["currency"] = currency, ["weights"] = JsonNode.Parse(weights), ["at"] = at });
}
