using System.Globalization;
using Integration.Connectors.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Hosted;

/// <summary>Lanes that their flow document switches off, or that one rule pauses.</summary>
public sealed class FlowLanesTests(BrokerFixture broker, PostgresFixture postgres)
{
    private const string Embedded = "memory, sqlite";
    private const string Servers = "rabbitmq, postgres";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task Switched_off_a_lane_reads_nothing_and_loses_nothing_and_goes_on_when_it_is_on_again(string on)
    {
        await using var lanes = await StartAsync(on);
        lanes.Publish("orders.flow", """{ "id": "f", "version": 2, "lane": "orders", "enabled": false }""");
        await Eventually.TrueAsync(() => Reading(lanes) is { State: "off", Reason: "Switched off by flow document version 2." }, "the console is told");

        Place(lanes, 1, 3);
        await lanes.SendAsync(Queues.OrdersRead("shop-erp"), new Contracts.Storefront.RereadRecord("shop-erp", "order", "1", "Ada"), Token);
        await Eventually.TrueAsync(() => lanes.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<long>("SELECT count(*) FROM look WHERE dirty > 0", null, ct), Token).Result == 1, "the look is kept");
        Assert.Equal(0, lanes.Shop.Reads);

        lanes.Publish("orders.flow", """{ "id": "f", "version": 3, "lane": "orders" }""");

        await Eventually.TrueAsync(() => lanes.Erp.Created.Count == 3, "all orders are through");
        Assert.Equal("running", Reading(lanes)!.State);
    }

    [Theory, InlineData(Embedded), InlineData(Servers)]
    public async Task A_mapping_version_that_fails_every_order_pauses_its_lane_and_another_one_drains_it(string on)
    {
        await using var lanes = await StartAsync(on);
        lanes.Mapping.Refusal = new MappedDocument(
            null, AttentionClasses.MappingFailed, [new Reason("ShipVia", "Nothing to write.") { Cause = new ReasonCause { Document = "orders.toErp", Version = 4, Rule = "ShipVia" } }], 4);

        Place(lanes, 1, 40);
        await Eventually.TrueAsync(() => Writing(lanes) is { State: "paused" }, "the lane is paused");
        await Eventually.TrueAsync(() => lanes.All<OrderPlaced>().Count == 40, "the shop's side goes on");

        await Eventually.TrueAsync(() => lanes.All<AttentionRaised>().Count > 0, "the entry is raised");
        var raised = Assert.Single(lanes.All<AttentionRaised>());
        Assert.Equal(AttentionClasses.LanePaused, raised.Class);
        Assert.Contains("'ShipVia' of orders.toErp, version 4", raised.Reasons[0].Message, StringComparison.Ordinal);

        lanes.Mapping.Refusal = null;
        lanes.Publish("orders.toErp", "{ \"version\": 5 }");

        await Eventually.TrueAsync(() => lanes.Erp.Created.Count == 20, "what waited is through");
        Assert.Equal(20, lanes.All<SalesOrderRejected>().Count);
        await Eventually.TrueAsync(() => lanes.All<AttentionCleared>().Any(cleared => cleared.Class == AttentionClasses.LanePaused), "the entry is cleared");
        Assert.Equal("running", Writing(lanes)!.State);
    }

    [Fact]
    public async Task An_operator_may_let_a_paused_lane_go_on_as_it_is()
    {
        await using var lanes = await StartAsync(Embedded);
        lanes.Mapping.Refusal = new MappedDocument(
            null, AttentionClasses.UnmappedCode, [new Reason("ShipVia", "Not mapped.") { Cause = new ReasonCause { Table = "ship-via", Code = "Drone", Document = "orders.toErp", Version = 4, Rule = "ShipVia" } }], 4);
        Place(lanes, 1, 30);
        await Eventually.TrueAsync(() => Writing(lanes) is { State: "paused", Commands: "erp.connection" }, "the lane is paused");

        await lanes.SendAsync(Queues.Connection("erp"), new ResumeLane("shop-erp", "orders", "writing", "Ada"), Token);

        await Eventually.TrueAsync(() => lanes.All<SalesOrderRejected>().Count == 30, "the others failed as usual");
    }

    private Task<HostedLanes> StartAsync(string on) => HostedLanes.StartAsync(on == Servers ? broker : null, on == Servers ? postgres : null, Token);

    private static LaneReported? Reading(HostedLanes lanes) => lanes.All<LaneReported>().LastOrDefault(report => report.Half == LaneHalves.Reading);

    private static LaneReported? Writing(HostedLanes lanes) => lanes.All<LaneReported>().LastOrDefault(report => report.Half == LaneHalves.Writing);

    private static void Place(HostedLanes lanes, int first, int count)
    {
        var ids = Enumerable.Range(first, count).Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var id in ids) lanes.Shop.Shown[id] = Orders.One(id);
        lanes.Shop.Pages.Add(new ChangePage([.. ids.Select(id => new ChangedRecord(id, Orders.One().ChangedAt))], DateTimeOffset.UtcNow, Last: true));
    }
}
