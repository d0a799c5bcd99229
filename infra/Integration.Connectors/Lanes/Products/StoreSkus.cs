using Integration.Connectors.Ports;
using Integration.Connectors.Skus;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Finds SKUs in a storefront: by asking it, or by the map of its catalogue where it cannot be asked.</summary>
internal sealed class StoreSkus(SkuMap map, IDatabase database)
{
    /// <summary>What has the SKU. The map may be a round old: what is made by its word the storefront must refuse if it is there already. Cannot tell: the map's first round is not over.</summary>
    public async Task<ProductFind> FindAsync(string connection, IStorefrontProducts products, string sku, CancellationToken ct)
    {
        var found = await products.FindAsync(sku, ct);
        if (found is not ProductFind.CannotTell) return found;
        var mapped = await map.FindAsync(connection, [sku], ct);
        if (mapped.TryGetValue(sku, out var items) && items.Count > 0) return new ProductFind.Found(items);
        return await IsWholeAsync(connection, ct) ? new ProductFind.Nothing() : found;
    }

    // Before the first round is over, what is not in the map says nothing.
    private Task<bool> IsWholeAsync(string connection, CancellationToken ct) => database.ReadAsync(async (unit, token) =>
        await unit.FirstOrDefaultAsync<long?>("SELECT ended_at FROM sku_crawl WHERE connection = @connection", new { connection }, token) is > 0, ct);
}
