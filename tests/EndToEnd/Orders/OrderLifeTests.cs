using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Orders;

/// <summary>What happens to orders after the ERP took them, in both directions, over the real protocols of both stand-ins.</summary>
public sealed class OrderLifeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Timeout = 300_000)]
    [InlineData("5.4")]
    [InlineData("5.5")]
    public async Task Edits_cancellations_and_corrections_of_either_side_reach_the_other(string api)
    {
        using var data = new TemporaryFolder();
        using var http = new HttpClient();
        var options = new StackOptions { DataRoot = data.Path, StoreApi = api, AddOn = true, Full = true };
        await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), TestContext.Current.SendDiagnosticMessage, Ct);
        var world = new OrderLifeWorld(http, stack);
        string[] run = ["edited", "cancelled", "taken back", "cancelled in the ERP", "edited in the ERP", "shipped"];
        var orders = new Dictionary<string, string>();
        foreach (var what in run) orders[what] = await world.PlaceAsync(what == "edited" ? "SAVE10" : null, what == "edited in the ERP" ? "Authorized" : "Paid");
        foreach (var what in run) await world.UntilErpAsync(orders[what], order => (string?)order["status"] == "Open", $"{what}: in the ERP");
        Assert.Equal("SAVE10", Assert.Single((await world.ErpAsync(orders["edited"]))["coupons"]!.AsArray())!.GetValue<string>());
        var billed = (await world.ErpAsync(orders["edited in the ERP"]))["orderTotal"]!.GetValue<decimal>();

        await world.ShopActAsync(orders["edited"], "edit", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["sku"] = "MUG-02", ["quantity"] = 5 }, new JsonObject { ["sku"] = "PEN-10", ["quantity"] = 0 }) });
        await world.ShopActAsync(orders["cancelled"], "cancel");
        await world.ShopActAsync(orders["taken back"], "cancel");
        await world.ErpActAsync("cancel", orders["cancelled in the ERP"], new JsonObject { ["freePayments"] = true });
        await world.ErpActAsync("edit", orders["edited in the ERP"], new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["lineNbr"] = 1, ["qty"] = 1 }) });
        await world.ErpActAsync("ship", orders["shipped"]);

        await world.UntilErpAsync(orders["edited"], order => order["lines"]!.AsArray() is [var line] && line!["qty"]!.GetValue<decimal>() == 5, "the edit is in the ERP");
        Assert.Equal((await world.ShopAsync(orders["edited"]))["total"]!.GetValue<decimal>(), (await world.ErpAsync(orders["edited"]))["orderTotal"]!.GetValue<decimal>());
        await world.UntilErpAsync(orders["cancelled"], order => (string?)order["status"] == "Canceled", "the shop's cancellation is in the ERP");
        await world.UntilErpAsync(orders["taken back"], order => (string?)order["status"] == "Canceled", "the other cancellation is in the ERP");
        await world.ShopActAsync(orders["taken back"], "reopen");
        await world.ShopActAsync(orders["taken back"], "pay");
        await world.UntilShopAsync(orders["cancelled in the ERP"], order => (string?)order["paymentStatus"] == "C", "the ERP's cancellation is in the shop");
        await world.UntilShopAsync(orders["edited in the ERP"], order => ((string?)order["adminNotes"])!.Contains("MUG-02: quantity 2 is now 1.", StringComparison.Ordinal), "the ERP's edit is noted in the shop");
        await world.UntilShopAsync(orders["shipped"], order => (string?)order["shippingStatus"] == "S" && order["trackingNumbers"]!.AsArray().Count == 1, "shipped in the shop");
        Assert.NotEqual(billed, (await world.ErpAsync(orders["edited in the ERP"]))["orderTotal"]!.GetValue<decimal>());

        var shipment = (await world.ErpAsync(orders["shipped"]))["shipments"]![0]!.GetValue<string>();
        await world.CorrectAsync(new JsonObject { ["shipmentNbr"] = shipment, ["confirm"] = false });
        await world.UntilShopAsync(orders["shipped"], order => (string?)order["shippingStatus"] == "P", "the shop steps back");
        await world.CorrectAsync(new JsonObject { ["shipmentNbr"] = shipment, ["trackingNbr"] = "CORRECTED-1" });
        await world.UntilShopAsync(orders["shipped"], order => (string?)order["shippingStatus"] == "S"
            && order["trackingNumbers"]!.AsArray().Any(number => (string?)number == "CORRECTED-1"), "confirmed again with the right number");
        await world.ErpActAsync("invoice", orders["shipped"]);
        await world.UntilErpAsync(orders["taken back"], order => (string?)order["status"] == "Open", "taken back, it is open in the ERP again");

        await world.UntilStateAsync(orders["shipped"], "completed");
        await world.UntilStateAsync(orders["cancelled"], "cancelled");
        await world.UntilAttentionAsync("changed-in-erp", orders["edited in the ERP"]);
        await world.UntilAttentionAsync("shipment-corrected", orders["shipped"]);
        await world.UntilAttentionAsync("cancelled-in-erp", orders["cancelled in the ERP"]);
        // Everything has settled: no side undid what the other did.
        Assert.Equal("C", (string?)(await world.ShopAsync(orders["cancelled in the ERP"]))["paymentStatus"]);
        Assert.Equal("Canceled", (string?)(await world.ErpAsync(orders["cancelled in the ERP"]))["status"]);
        Assert.Equal(run.Length, await world.ErpOrdersAsync());
        Assert.Equal(
            ["cancelled-in-erp", "changed-in-erp", "shipment-corrected"],
            (await world.AttentionAsync()).Where(entry => (string?)entry!["entity"] == "order").Select(entry => (string?)entry!["class"]).Order(StringComparer.Ordinal));
    }
}
