using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Pairs;

public sealed class ReturnLaneTests
{
    [Fact]
    public void Switched_on_it_takes_returned_orders_and_waits_for_invoices()
    {
        var lane = Read("{}");

        Assert.Equal([ReturnTrigger.Returned], lane.Triggers);
        Assert.True(lane is { ToErp: true, ToStore: true, Shipping: true, NeedsInvoice: true, RefundAtProvider: true });
    }

    [Fact]
    public void Everything_can_be_set()
    {
        var lane = Read("""{ "toErp": false, "toStore": false, "triggers": ["named", "refunded"], "shipping": false, "needsInvoice": false, "refundAtProvider": false }""");

        Assert.Equal([ReturnTrigger.Named, ReturnTrigger.Refunded], lane.Triggers);
        Assert.True(lane is { ToErp: false, ToStore: false, Shipping: false, NeedsInvoice: false, RefundAtProvider: false });
    }

    [Theory]
    [InlineData("""{ "toErp": "yes" }""", "lanes.returns.toErp"), InlineData("""{ "triggers": ["maybe"] }""", "lanes.returns.triggers[0]"), InlineData("""{ "restock": true }""", "lanes.returns.restock")]
    public void A_wrong_value_is_named(string json, string key) => Assert.Equal(key, Assert.Throws<PairFileException>(() => Read(json)).Key);

    private static ReturnLane Read(string json) => ReturnLane.Read(new StrictSection("p.json", "lanes.returns", JsonNode.Parse(json)!.AsObject()));
}
