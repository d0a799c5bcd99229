using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api54.Products.Wire;
using Integration.XCart.Api54.Protocol;

namespace Integration.XCart.Api54.Products;

/// <summary>Finds products and variants by SKU. A condition that the shop does not know is ignored by it, so that every row is looked at.</summary>
internal sealed class SkuSearch(RestApi shop)
{
    public const string Variants = "xc-productvariants-productvariant";
    private const int NotInstalled = 404;

    public async Task<ProductFind> FindAsync(string sku, CancellationToken ct)
    {
        var condition = $"_cnd%5Bsku%5D={Uri.EscapeDataString(sku)}";
        var products = await shop.ListAsync<StoredProduct>(ProductReader.Entity, condition, ct);
        if (products is ShopAnswer<IReadOnlyList<StoredProduct>>.Failed failed) return new ProductFind.Failed(failed.Outcome);
        var items = new List<StockItem>();
        if (products is ShopAnswer<IReadOnlyList<StoredProduct>>.Given given)
            items.AddRange(given.Value.Where(product => Same(product.Sku, sku)).Select(product => new StockItem(Text(product.Id))));
        switch (await shop.ListAsync<StoredVariant>(Variants, condition, ct))
        {
            case ShopAnswer<IReadOnlyList<StoredVariant>>.Given found:
                foreach (var variant in found.Value.Where(variant => Same(variant.Sku, sku)))
                {
                    var (item, failure) = await OfAsync(variant.Id, ct);
                    if (failure is not null) return new ProductFind.Failed(failure);
                    if (item is not null) items.Add(item);
                }

                break;
            // Without the add-on for variants the shop knows no such table.
            case ShopAnswer<IReadOnlyList<StoredVariant>>.Failed { Status: not NotInstalled } broken:
                return new ProductFind.Failed(broken.Outcome);
        }

        return items.Count == 0 ? new ProductFind.Nothing() : new ProductFind.Found(items);
    }

    // A list does not show whose variant it is.
    private async Task<(StockItem? Item, WriteOutcome? Failure)> OfAsync(long variant, CancellationToken ct) =>
        await shop.ReadAsync<StoredVariant>(ShopPath.Of(Variants, variant), Schema.Default, ct) switch
        {
            ShopAnswer<StoredVariant>.Given { Value.Product: { } product } => (new StockItem(Text(product.Id), Text(variant)), null),
            ShopAnswer<StoredVariant>.Failed failed => (null, failed.Outcome),
            _ => (null, null),
        };

    private static bool Same(string? sku, string wanted) => string.Equals(sku?.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
