using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Products;
using Integration.Connectors.Ports;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Products;

/// <summary>What both sides changed at the same time, on both databases.</summary>
public sealed class ProductConflictTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Switched_on_in_the_shop_and_off_in_the_ERP_at_once_it_waits_for_a_person(string database)
    {
        await using var bench = await OpenAsync(database);
        using var folder = new PairFolder();
        folder.Write(change: json => json["lanes"] = new JsonObject { ["products"] = new JsonObject { ["toErp"] = true } });
        var store = new TwoWayStore(bench.Sealer, bench.Clock);
        var comparison = new ProductComparison(store, bench.Sent, bench.Timeline, new ProductFailures(bench.Timeline));
        var lane = folder.Pair.Lanes.Products!;
        var item = new Product { Id = "VASE", Sku = "VASE", Enabled = false, Price = 5m };
        // Off in the shop and on in the ERP was agreed; then both changed their minds.
        var known = new TwoWayRecord { Pair = "shop-erp", Entity = "product", Id = "8", ErpId = "VASE", Sequence = 1 } with
        {
            Storefront = ProductTexts.Of(item with { Enabled = true }, lane, null), Fields = new Dictionary<string, TwoWayField> { [ProductFields.Enabled] = new() { Base = new Agreed("false", "true") } },
        };

        async Task<TwoWayRecord> CompareAsync(TwoWayRecord record)
        {
            var merge = ProductComparison.Merge(folder.Pair, record, record.Storefront, ProductTexts.Of(item, lane, null));
            await bench.Database.TransactAsync((unit, ct) => comparison.StoreAsync(unit, folder.Pair, record, merge, item, [], ct), Token);
            return (await bench.Database.TransactAsync((unit, ct) => store.FindAsync(unit, "shop-erp", "product", "8", ct), Token))!;
        }

        var waiting = await CompareAsync(known);
        Assert.Equal([ProductFields.Enabled], waiting.Conflicts);
        await CompareAsync(waiting);
        Assert.Equal(AttentionClasses.Conflict, Assert.Single(bench.Sent.Of<AttentionRaised>()).Class);
        Assert.Empty(bench.Sent.Of<WriteProduct>());
        Assert.Equal(1, (await bench.Database.ReadAsync((unit, ct) => TwoWayStore.CountsAsync(unit, "shop-erp", "product", ct), Token))[TwoWayCounts.Conflicts]);

        var alike = await CompareAsync(waiting with { Storefront = ProductTexts.Of(item, lane, null) });
        Assert.Empty(alike.Conflicts);
        Assert.Equal(new Agreed("false", "false"), alike.Fields[ProductFields.Enabled].Base);
        Assert.Single(bench.Sent.Of<AttentionCleared>());
    }
}
