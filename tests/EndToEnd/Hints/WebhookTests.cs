using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.EndToEnd.Orders;
using Xunit;

namespace Integration.Tests.EndToEnd.Hints;

/// <summary>What Dataverse's webhooks tell reaches the shop at once, though sweeps are an hour apart.</summary>
public sealed class WebhookTests
{
    private const string Sku = "BAG-15";
    private static readonly TimeSpan Unheard = TimeSpan.FromSeconds(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Sales_tells_what_left_and_what_is_in_stock()
    {
        using var data = new TemporaryFolder();
        using var http = new HttpClient();
        await using var stack = await StartAsync("dataverse", data, "\"stock\": true");
        var world = new OrderLifeWorld(http, stack);
        var orders = await TakenAsync(world);

        await ShippedAsync(world, orders[0]);
        // The first may come by the first reading of all stock.
        foreach (var onHand in (int[])[40, 41])
        {
            await StockAsync(http, stack, onHand);
            await world.UntilStockAsync(Sku, onHand);
        }

        await ForgetAsync(http, stack.State.Erp, "webhooks");
        await StockAsync(http, stack, 42);
        await NotShippedAsync(world, orders[1]);
        Assert.Equal(41, await world.StockAsync(Sku));
    }

    [Fact(Timeout = 300_000)]
    public async Task With_dual_write_Sales_tells_what_left_in_Finance()
    {
        using var data = new TemporaryFolder();
        using var http = new HttpClient();
        await using var stack = await StartAsync("dataverse+fno", data);
        var world = new OrderLifeWorld(http, stack);
        // F&O itself tells nothing.
        await ForgetAsync(http, stack.State.Erp, "events");
        var orders = await TakenAsync(world);

        await ShippedAsync(world, orders[0]);

        await ForgetAsync(http, stack.State.Dataverse!, "webhooks");
        await NotShippedAsync(world, orders[1]);
    }

    private static Task<IRunningStack> StartAsync(string mode, TemporaryFolder data, string lanes = "") => Stacks.StartAsync(
        new StackOptions
        {
            Pair = DynamicsSandbox.Name, Mode = mode, DataRoot = data.Path, AddOn = true,
            EditPair = pair =>
            {
                pair["sweeps"] = new JsonObject { ["every"] = "PT1H", ["overlap"] = "PT10S" };
                pair["lanes"] = JsonNode.Parse($$"""{ {{lanes}} }""");
            },
        },
        new Dictionary<string, string>(), TestContext.Current.SendDiagnosticMessage, Ct);

    private static async Task<string[]> TakenAsync(OrderLifeWorld world)
    {
        string[] orders = [await world.PlaceAsync(null, "Paid"), await world.PlaceAsync(null, "Paid")];
        foreach (var order in orders) await world.UntilShopAsync(order, shown => ((string?)shown["adminNotes"])?.Length > 0, "the ERP's number is noted in the shop");
        return orders;
    }

    private static async Task ShippedAsync(OrderLifeWorld world, string order)
    {
        await world.ErpActAsync("ship", order);
        await world.UntilShopAsync(order, shown => (string?)shown["shippingStatus"] == "S" && shown["trackingNumbers"]!.AsArray().Count > 0, "the shop shows the tracking number");
    }

    private static async Task NotShippedAsync(OrderLifeWorld world, string order)
    {
        await world.ErpActAsync("ship", order);
        await Task.Delay(Unheard, Ct);
        Assert.NotEqual("S", (string?)(await world.ShopAsync(order))["shippingStatus"]);
    }

    private static async Task StockAsync(HttpClient http, IRunningStack stack, int onHand)
    {
        using var answer = await http.PostAsync(new Uri(stack.State.Erp, "_sandbox/stock/adjust"), new StringContent($$"""{"lines":[{"inventoryId":"{{Sku}}","onHand":{{onHand}}}]}"""), Ct);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task ForgetAsync(HttpClient http, Uri sandbox, string senders)
    {
        using var answer = await http.DeleteAsync(new Uri(sandbox, $"_sandbox/{senders}"), Ct);
        answer.EnsureSuccessStatusCode();
    }
}
