using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Pairs;

public sealed class StockLaneTests
{
    [Fact]
    public void Everything_is_read_once_a_day_or_every_five_minutes_where_the_erp_has_no_stamps()
    {
        var lane = Read("{}");

        Assert.Equal(TimeSpan.FromDays(1), lane.FullEveryOf(hasStamps: true));
        Assert.Equal(TimeSpan.FromMinutes(5), lane.FullEveryOf(hasStamps: false));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void What_the_pair_says_goes_before(bool hasStamps) => Assert.Equal(TimeSpan.FromHours(2), Read("""{ "fullEvery": "PT2H" }""").FullEveryOf(hasStamps));

    [Fact]
    public void Kept_back_is_what_the_sku_says_then_its_class_then_the_usual()
    {
        var lane = Read("""{ "safetyStock": { "default": 1, "skus": { "MUG-01": 3 }, "classes": { "FRAGILE": 2 } } }""");

        Assert.Equal([3, 2, 1], [lane.SafetyOf("MUG-01", "FRAGILE"), lane.SafetyOf("MUG-02", "FRAGILE"), lane.SafetyOf("MUG-02", null)]);
    }

    [Theory]
    [InlineData("""{ "fullEvery": "PT30S" }""", "lanes.stock.fullEvery"), InlineData("""{ "missing": "perhaps" }""", "lanes.stock.missing")]
    [InlineData("""{ "packs": { "BOX": 0 } }""", "lanes.stock.packs.BOX"), InlineData("""{ "safetyStock": { "default": -1 } }""", "lanes.stock.safetyStock.default")]
    public void A_wrong_value_is_named(string json, string key) => Assert.Equal(key, Assert.Throws<PairFileException>(() => Read(json)).Key);

    private static StockLane Read(string json) => StockLane.Read(new StrictSection("p.json", "lanes.stock", JsonNode.Parse(json)!.AsObject()));
}
