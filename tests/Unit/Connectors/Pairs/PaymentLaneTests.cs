using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Pairs;

public sealed class PaymentLaneTests
{
    [Fact]
    public void A_lane_that_is_only_switched_on_embeds_and_releases_payments()
    {
        var lane = Read("true")!;

        Assert.Equal((PaymentBooking.Payment, true, true, ClosedPeriods.Attention), (lane.Booking, lane.Embeds, lane.Release, lane.ClosedPeriods));
    }

    [Fact]
    public void Journals_are_never_beside_embedded_payments()
    {
        Assert.False(Read("""{ "booking": "journal", "closedPeriods": "nextOpen", "release": false }""")!.Embeds);
        Assert.Contains("twice", Assert.Throws<PairFileException>(() => Read("""{ "booking": "journal", "embed": true }""")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "booking": "cheque" }""")]
    [InlineData("""{ "closedPeriods": 3 }""")]
    [InlineData("""{ "release": "yes" }""")]
    [InlineData("""{ "embedded": true }""")]
    public void What_is_not_understood_is_an_error(string settings) => Assert.Throws<PairFileException>(() => Read(settings));

    private static PaymentLane? Read(string settings) =>
        PairLanes.Read(new StrictSection("pair.json", "lanes", new JsonObject { ["payments"] = JsonNode.Parse(settings) })).Payments;
}
