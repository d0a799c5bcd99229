using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Finance;
using Integration.Sandbox.Storage;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class BooksTests
{
    [Fact]
    public async Task Everything_outlives_a_restart()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("LAMP-ZÜRICH", 2, 129));
        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });
        var before = ((await environment.ReadOrderAsync(order)).ToJsonString(), (await environment.GetAsync("WarehousesOnHandV2")).Text, (await environment.GetAsync("PackingSlipTrackingInformation")).Text);

        var address = environment.StandIn.BaseUrl.ToString();
        await environment.RestartAsync();

        string Same(string text) => text.Replace(environment.StandIn.BaseUrl.ToString(), address, StringComparison.Ordinal);
        Assert.Equal(before, (Same((await environment.ReadOrderAsync(order)).ToJsonString()), Same((await environment.GetAsync("WarehousesOnHandV2")).Text), Same((await environment.GetAsync("PackingSlipTrackingInformation")).Text)));
        Assert.Equal("000002", await environment.OrderAsync());
    }

    [Fact]
    public async Task Books_of_another_version_are_refused()
    {
        await using var environment = await Environment.StartAsync();
        var file = environment.Options.DataFile + ".other";
        var store = await SandboxStore.OpenAsync(file, TestContext.Current.CancellationToken);
        await store.WriteAsync(unit => unit.Put("row", "1", new { table = "MainAccounts", company = "", recId = 1, version = 1, texts = new Dictionary<string, string>(), numbers = new Dictionary<string, decimal>(), instants = new Dictionary<string, DateTimeOffset>() }), TestContext.Current.CancellationToken);
        await store.DisposeAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => FinanceStandIn.StartAsync(environment.Options with { DataFile = file }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Tampering_changes_and_loses_records_behind_everyones_back()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 2, 10));

        await environment.ControlAsync("tamper", new JsonObject { ["entity"] = "CustomersV3", ["keys"] = new JsonArray("usmf", "ACME"), ["fields"] = new JsonObject { ["AddressCity"] = "Bonn" } });
        await environment.ControlAsync("tamper", new JsonObject { ["entity"] = "SalesOrderHeadersV4", ["keys"] = new JsonArray("usmf", order), ["delete"] = true });

        Assert.Equal("Bonn", (await environment.GetAsync("CustomersV3(dataAreaId='usmf',CustomerAccount='ACME')")).Json.Text("AddressCity"));
        Assert.Equal(404, (await environment.GetAsync(Environment.Address(order))).Status);
    }

    [Fact]
    public async Task The_journal_tells_of_every_commit_of_an_order()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync(("MUG-01", 2, 10));
        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });

        var entries = (await environment.SendAsync(HttpMethod.Get, "/_sandbox/journal?after=1")).Json.AsArray();

        Assert.Equal([$"{order} XC-1001 Active", $"{order} XC-1001 Delivered"], entries.Select(entry => $"{entry!.Text("id")} {entry!.Text("reference")} {entry!.Text("state")}"));
    }

    [Fact]
    public async Task Orders_made_at_once_have_numbers_of_their_own()
    {
        await using var environment = await Environment.StartAsync();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => environment.OrderAsync(("MUG-01", 1, 10))));

        Assert.Equal(20, numbers.Distinct().Count());
        Assert.Equal(20m, (await environment.StockAsync("MUG-01")).Number("OnOrderQuantity"));
    }

    [Fact]
    public async Task Items_and_their_prices_are_changed_by_people()
    {
        await using var environment = await Environment.StartAsync();

        await environment.ControlAsync("item", new JsonObject
        {
            ["inventoryId"] = "NEW-1", ["description"] = "New", ["price"] = 5, ["weight"] = 0.4, ["prices"] = new JsonArray(new JsonObject { ["priceClass"] = "VIP", ["from"] = 0, ["price"] = 4 }),
        });

        var item = (await environment.GetAsync("ReleasedProductsV2(dataAreaId='usmf',ItemNumber='NEW-1')")).Json;
        Assert.Equal((5m, 0.4m, "New"), (item.Number("SalesPrice"), item.Number("NetProductWeight"), item.Text("ProductSearchName")));
        Assert.Equal(4m, (await environment.GetAsync("SalesPriceAgreements?$filter=ItemNumber eq 'NEW-1'")).Rows.Single().Number("Price"));
        Assert.Contains((await environment.SendAsync(HttpMethod.Get, "/_sandbox/items")).Json["items"]!.AsArray(), known => known!.Text("inventoryID") == "NEW-1");
    }

    [Fact]
    public async Task A_setting_that_is_none_is_refused()
    {
        await using var environment = await Environment.StartAsync();

        Assert.Equal(400, (await environment.SendAsync(HttpMethod.Post, "/_sandbox/settings", Environment.Json(new JsonObject { ["speed"] = 1 }))).Status);
    }

    [Fact]
    public async Task Calls_are_counted_without_their_keys()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync();
        await environment.ReadOrderAsync(order);

        Assert.Equal(1, environment.StandIn.Calls.Counts()["GET /data/SalesOrderHeadersV4(key)"]);
    }
}
