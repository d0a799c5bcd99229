using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Products;

/// <summary>A shared member that both sides changed, and a person who decides.</summary>
public sealed class ProductDecisionTests
{
    private const string Sku = "HUB-7P";

    [Fact]
    public async Task A_conflict_is_decided_for_either_side()
    {
        // What the shop changes stays there, so that the clerk's change meets it.
        await using var bench = await ProductBench.StartAsync(ShopApi.Legacy54, new JsonObject { ["currency"] = "USD", ["owners"] = new JsonObject { ["name"] = "shared" } });
        await bench.HeardAsync(Sku, "name", (string)(await bench.InErpAsync(Sku))!["description"]!);
        await bench.StaffAsync(Sku, new { name = "Hub of the shop" });
        await bench.HeardAsync(Sku, "name", "Hub of the shop");
        await bench.ClerkAsync(new { inventoryId = Sku, description = "Hub of the clerk" });
        var first = await RaisedAsync(bench, "Hub of the clerk");
        Assert.Equal(("product", Sku, "name"), (first.Entity, first.Number, Assert.Single(first.Reasons).Field));

        await bench.DecideAsync(first, DecideConflict.Storefront);
        await ClearedAsync(bench, 1);
        Assert.Equal("Hub of the shop", (string?)(await bench.InShopAsync(Sku))!["name"]);

        await bench.ClerkAsync(new { inventoryId = Sku, description = "Another hub of the clerk" });
        await bench.DecideAsync(await RaisedAsync(bench, "Another hub of the clerk"), DecideConflict.Erp);
        await NamedAsync(bench, "Another hub of the clerk");
        await ClearedAsync(bench, 2);
        Assert.Contains(bench.Told<ActivityRecorded>(), told => told.Summary == "Marta keeps the values of the ERP: name.");
    }

    // Told each time that one side changes or is read again: what counts is what it is about.
    private static async Task<AttentionRaised> RaisedAsync(ProductBench bench, string ofErp) => (await Eventually.FindAsync(
        _ => Task.FromResult(bench.Told<AttentionRaised>().LastOrDefault(raised => raised.Class == AttentionClasses.Conflict && raised.Reasons[0].Message.Contains($"the ERP '{ofErp}'", StringComparison.Ordinal))),
        raised => raised is not null, TimeSpan.FromSeconds(30), _ => $"no conflict about '{ofErp}'; told: {Told(bench)}", TestContext.Current.CancellationToken, everyMs: 20))!;

    private static Task ClearedAsync(ProductBench bench, int times) =>
        Eventually.TrueAsync(() => bench.Told<AttentionCleared>().Count(cleared => cleared.Class == AttentionClasses.Conflict) >= times, $"entry {times} is gone");

    private static Task<string?> NamedAsync(ProductBench bench, string name) => Eventually.FindAsync(
        async _ => (string?)(await bench.InShopAsync(Sku))!["name"], shown => shown == name, TimeSpan.FromSeconds(30), shown => $"the shop shows '{shown}', not '{name}'; told: {Told(bench)}",
        TestContext.Current.CancellationToken, everyMs: 20);

    private static string Told(ProductBench bench) => string.Join(" | ", bench.Told<ActivityRecorded>().Where(told => told.Number == Sku).Select(told => told.Summary)
        .Concat(bench.Told<AttentionRaised>().Where(raised => raised.Number == Sku).SelectMany(raised => raised.Reasons).Select(reason => reason.Message)));
}
