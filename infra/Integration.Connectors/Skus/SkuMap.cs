using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Platform.Database;

namespace Integration.Connectors.Skus;

/// <summary>
/// Which products and variants of a storefront have which SKU, for storefronts that cannot be asked. As old as the last round of its crawl: whoever
/// writes by it reads the item first.
/// </summary>
internal sealed class SkuMap(IDatabase database, TimeProvider time)
{
    /// <summary>The items of these SKUs. An unknown SKU is left out; one with several items is a duplicate, and a person must say which is meant.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<StockItem>>> FindAsync(string connection, IReadOnlyCollection<string> skus, CancellationToken ct)
    {
        if (skus.Count == 0) return new Dictionary<string, IReadOnlyList<StockItem>>();
        var rows = await database.ReadAsync((unit, token) => unit.ListAsync<SkuRow>(
            $"SELECT product AS Product, variant AS Variant, sku AS Sku FROM sku WHERE connection = @connection AND {unit.Dialect.In("sku", "skus")} ORDER BY sku, product, variant",
            new { connection, skus = skus.Distinct(StringComparer.Ordinal).ToArray() }, token), ct);
        return rows.GroupBy(row => row.Sku, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, IReadOnlyList<StockItem> (same) => [.. same.Select(row => row.Item)], StringComparer.Ordinal);
    }

    /// <summary>SKUs that several items have.</summary>
    public Task<IReadOnlyList<string>> DuplicatesAsync(string connection, CancellationToken ct) => database.ReadAsync((unit, token) => unit.ListAsync<string>(
        "SELECT sku FROM sku WHERE connection = @connection GROUP BY sku HAVING count(*) > 1 ORDER BY sku", new { connection }, token), ct);

    /// <summary>How far the crawl is.</summary>
    public async Task<CrawlStand> StandAsync(string connection, CancellationToken ct) => await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<CrawlStand>(
        "SELECT round AS Round, page AS Page, ended_at AS EndedAt FROM sku_crawl WHERE connection = @connection", new { connection }, token), ct) ?? new CrawlStand();

    /// <summary>
    /// Stores a page and moves on. At the end of a round, items that neither this round nor the one before saw are forgotten: one round alone may
    /// miss an item, since others are deleted while it runs.
    /// </summary>
    /// <param name="connection">The storefront.</param>
    /// <param name="round">The round.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="read">What is on it.</param>
    /// <param name="appeared">Hears of SKUs that an item did not have before; not in the first round, in which all are new.</param>
    /// <param name="ct">Cancels.</param>
    public Task StoreAsync(string connection, long round, int page, CataloguePage.Read read, SkusAppeared? appeared, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            if (appeared is not null && await NewAsync(unit, connection, read.Items, token) is { Count: > 0 } skus) await appeared(unit, skus, token);
            foreach (var item in read.Items)
            {
                await unit.ExecuteAsync(
                    """
                    INSERT INTO sku (connection, product, variant, sku, round) VALUES (@connection, @Product, @variant, @Sku, @round)
                    ON CONFLICT (connection, product, variant) DO UPDATE SET sku = excluded.sku, round = excluded.round
                    """,
                    new { connection, item.Item.Product, variant = item.Item.Variant ?? "", item.Sku, round }, token);
            }

            if (read.Last) await unit.ExecuteAsync("DELETE FROM sku WHERE connection = @connection AND round < @kept", new { connection, kept = round - 1 }, token);
            await unit.ExecuteAsync(
                """
                INSERT INTO sku_crawl (connection, round, page, ended_at) VALUES (@connection, @round, @next, @endedAt)
                ON CONFLICT (connection) DO UPDATE SET round = excluded.round, page = excluded.page,
                  ended_at = CASE WHEN excluded.page = 0 THEN excluded.ended_at ELSE sku_crawl.ended_at END
                """,
                new { connection, round, next = read.Last ? 0 : page + 1, endedAt = read.Last ? time.UnixMs() : 0 }, token);
        },
        ct);

    private static async Task<IReadOnlyList<string>> NewAsync(IUnit unit, string connection, IReadOnlyList<CatalogueItem> items, CancellationToken ct)
    {
        var whole = await unit.FirstOrDefaultAsync<long?>("SELECT ended_at FROM sku_crawl WHERE connection = @connection", new { connection }, ct) is > 0;
        if (!whole || items.Count == 0) return [];
        var rows = await unit.ListAsync<SkuRow>(
            $"SELECT product AS Product, variant AS Variant, sku AS Sku FROM sku WHERE connection = @connection AND {unit.Dialect.In("product", "products")}",
            new { connection, products = items.Select(item => item.Item.Product).Distinct(StringComparer.Ordinal).ToArray() }, ct);
        var known = rows.ToDictionary(row => row.Item, row => row.Sku);
        return [.. items.Where(item => known.GetValueOrDefault(item.Item) != item.Sku).Select(item => item.Sku).Distinct(StringComparer.Ordinal)];
    }
}
