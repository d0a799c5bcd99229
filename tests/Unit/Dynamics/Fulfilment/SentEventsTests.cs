using System.Text;
using System.Text.Json.Nodes;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Hints;
using Integration.Dynamics.Hints;
using Xunit;
using EventReceiver = Integration.Tests.Unit.Sandbox.Dynamics.Finance.EventReceiver;
using FinanceEnvironment = Integration.Tests.Unit.Sandbox.Dynamics.Finance.Environment;

namespace Integration.Tests.Unit.Dynamics.Fulfilment;

/// <summary>What the connector makes of events as the stand-in of Finance and Operations sends them.</summary>
public sealed class SentEventsTests
{
    [Fact]
    public async Task Business_events_name_the_order_its_packing_slip_and_the_item()
    {
        await using var environment = await FinanceEnvironment.StartAsync();
        await using var receiver = await EventReceiver.StartAsync(_ => 200);
        await environment.ControlAsync("events", Endpoint(receiver));
        Assert.Empty(Hints(await receiver.NextAsync())!);

        var order = await environment.OrderAsync(("MUG-01", 2, 10));
        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });
        await environment.ControlAsync("invoice", new JsonObject { ["orderNbr"] = order });

        HashSet<(string, string)> seen = [];
        for (var number = 0; number < 3; number++) seen.UnionWith(Hints(await receiver.NextAsync())!);
        HashSet<(string, string)> expected = [(Entities.Order, order), (Entities.Shipment, $"{order}/PS-000001"), (Entities.Stock, "MUG-01")];
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task Data_events_name_a_new_order_and_one_that_was_changed()
    {
        await using var environment = await FinanceEnvironment.StartAsync();
        await using var receiver = await EventReceiver.StartAsync(_ => 200);
        var endpoint = Endpoint(receiver);
        endpoint["events"] = new JsonArray();
        endpoint["dataEvents"] = new JsonArray("SalesOrderHeadersV3");
        await environment.ControlAsync("events", endpoint);
        await receiver.NextAsync();

        var order = await environment.OrderAsync();
        Assert.Equal([(Entities.Order, order)], Hints(await receiver.NextAsync()));
        await environment.PatchAsync(FinanceEnvironment.Address(order), new JsonObject { ["DeliveryModeCode"] = "EXPRESS" });

        Assert.Equal([(Entities.Order, order)], Hints(await receiver.NextAsync()));
    }

    private static JsonObject Endpoint(EventReceiver receiver) => new() { ["url"] = new Uri(receiver.Url, "/events").AbsoluteUri };

    private static IReadOnlyList<(string Entity, string Id)>? Hints(JsonNode body) => new DynamicsPush(new EventHints(FinanceBench.Usual)).Read(Encoding.UTF8.GetBytes(body.ToJsonString()))?.Records;
}
