using Integration.Connectors.Ports;
using Integration.Connectors.Skus;

namespace Integration.Connectors.Lanes.Products;

/// <summary>Finds SKUs in a storefront: by asking it, or by the map of its catalogue where it cannot be asked.</summary>
internal sealed class StoreSkus(SkuMap map)
{
    /// <summary>What has the SKU. The map may be a round old: what is made by its word the storefront must refuse if it is there already.</summary>
    public async Task<ProductFind> FindAsync(string connection, IStorefrontProducts products, string sku, CancellationToken ct)
    {
        var found = await products.FindAsync(sku, ct);
        if (found is not ProductFind.CannotTell) return found;
        var mapped = await map.FindAsync(connection, [sku], ct);
        return mapped.TryGetValue(sku, out var items) && items.Count > 0 ? new ProductFind.Found(items) : new ProductFind.Nothing();
    }
}
