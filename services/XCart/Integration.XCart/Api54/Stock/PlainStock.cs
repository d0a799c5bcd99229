using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Api54.Stock.Wire;
using Integration.XCart.Stock;

namespace Integration.XCart.Api54.Stock;

/// <summary>Levels over the REST API add-on: read one by one, set many at once. A level is absolute, and the shop takes any.</summary>
internal sealed class PlainStock(RestApi shop, int parallel) : IPlainStockLevels
{
    private const int MostSet = 100;

    // Variants are found by the map of SKUs: the shop has no condition for theirs.
    public async Task<StockReading?> FindAsync(IReadOnlyCollection<string> skus, CancellationToken ct) => await Together.ReadAsync(skus, parallel, async (sku, token) =>
        await shop.ListAsync<ProductStock>("product", Conditions.Sku(sku), token) switch
        {
            ShopAnswer<IReadOnlyList<ProductStock>>.Failed failed => (null, failed.Outcome),
            ShopAnswer<IReadOnlyList<ProductStock>>.Given given => (given.Value.Where(product => product.Sku?.Trim() == sku).Select(StockTable.LevelOf).ToList(), null),
            _ => ([], null),
        }, ct);

    public Task<StockReading> ReadAsync(IReadOnlyCollection<StockItem> items, CancellationToken ct) => Together.ReadAsync(items, parallel, async (item, token) =>
        item.Variant is { } variant
            ? Levels(ShopPath.Of(StockTable.Variants, variant) is { } row ? await shop.ReadAsync<VariantStock>(row, Schema.Default, token) : new ShopAnswer<VariantStock>.Absent(), StockTable.LevelOf, item)
            : Levels(ShopPath.Of("product", item.Product) is { } path ? await shop.ReadAsync<ProductStock>(path, Schema.Default, token) : new ShopAnswer<ProductStock>.Absent(), StockTable.LevelOf, item), ct);

    public async Task<IReadOnlyList<StockResult>> SetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct)
    {
        var results = new StockResult[changes.Count];
        foreach (var kind in changes.Index().GroupBy(change => change.Item.Item.Variant is not null))
        {
            foreach (var some in kind.Chunk(MostSet)) await SetSomeAsync(kind.Key, some, results, ct);
        }

        return results;
    }

    private async Task SetSomeAsync(bool variants, (int Index, StockChange Item)[] some, StockResult[] results, CancellationToken ct)
    {
        var (entity, key) = variants ? (StockTable.Variants, "id") : ("product", "product_id");
        var rows = some.Where(change => IdOf(change.Item) is not null && change.Item.To >= 0).ToList();
        foreach (var (at, _) in some.Except(rows)) results[at] = new StockResult.Failed(new WriteOutcome.Rejected([new Reason("stock", "Ids are positive whole numbers, and levels are not negative.")]));
        if (rows.Count == 0) return;
        var answer = await shop.PutManyAsync<JsonObject>(entity, key, [.. rows.Select(change => new JsonObject { [key] = IdOf(change.Item), ["amount"] = change.Item.To })], ct);
        // Unknown ids are left out of the answer without a word.
        var there = answer is ShopAnswer<IReadOnlyList<JsonObject>>.Given given ? given.Value.Select(row => ShopId.Of($"{row[key]}")).ToHashSet() : [];
        foreach (var (at, change) in rows)
        {
            results[at] = answer is ShopAnswer<IReadOnlyList<JsonObject>>.Failed failed ? new StockResult.Failed(failed.Outcome)
                : there.Contains(IdOf(change)) ? new StockResult.Set(change.To) : new StockResult.Unknown();
        }
    }

    private static long? IdOf(StockChange change) => ShopId.Of(change.Item.Variant ?? change.Item.Product);

    private static (IReadOnlyList<StockLevel>?, WriteOutcome?) Levels<T>(ShopAnswer<T> answer, Func<T, StockLevel> level, StockItem item) => answer switch
    {
        ShopAnswer<T>.Failed failed => (null, failed.Outcome),
        ShopAnswer<T>.Given given => ([level(given.Value) with { Item = item }], null),
        _ => ([], null),
    };
}
