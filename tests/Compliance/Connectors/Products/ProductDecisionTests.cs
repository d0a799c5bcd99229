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
        await NamedAsync(bench, (string)(await bench.InErpAsync(Sku))!["description"]!);
        await bench.StaffAsync(Sku, new { name = "Hub of the shop" });
        await bench.QuietAsync();
        await bench.ClerkAsync(new { inventoryId = Sku, description = "Hub of the clerk" });
        var first = await RaisedAsync(bench, 1);
        Assert.Equal(("product", Sku, "name"), (first.Entity, first.Number, Assert.Single(first.Reasons).Field));

        await bench.DecideAsync(first, DecideConflict.Storefront);
        await ClearedAsync(bench, 1);
        Assert.Equal("Hub of the shop", (string?)(await bench.InShopAsync(Sku))!["name"]);

        await bench.ClerkAsync(new { inventoryId = Sku, description = "Another hub of the clerk" });
        await bench.DecideAsync(await RaisedAsync(bench, 2), DecideConflict.Erp);
        await NamedAsync(bench, "Another hub of the clerk");
        await ClearedAsync(bench, 2);
        Assert.Contains(bench.Told<ActivityRecorded>(), told => told.Summary == "Marta keeps the values of the ERP: name.");
    }

    private static async Task<AttentionRaised> RaisedAsync(ProductBench bench, int times)
    {
        IReadOnlyList<AttentionRaised> Conflicts() => [.. bench.Told<AttentionRaised>().Where(raised => raised.Class == AttentionClasses.Conflict)];
        await Eventually.TrueAsync(() => Conflicts().Count >= times, $"conflict {times} is on the list");
        return Conflicts()[^1];
    }

    private static Task ClearedAsync(ProductBench bench, int times) =>
        Eventually.TrueAsync(() => bench.Told<AttentionCleared>().Count(cleared => cleared.Class == AttentionClasses.Conflict) >= times, $"entry {times} is gone");

    private static Task NamedAsync(ProductBench bench, string name) =>
        Eventually.TrueAsync(() => (string?)bench.InShopAsync(Sku).GetAwaiter().GetResult()!["name"] == name, $"the shop shows {name}");
}
