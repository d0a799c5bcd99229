using System.Globalization;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api55.Protocol;

namespace Integration.XCart.Api55.Catalogue;

/// <summary>The list of products and, product by product, of their variants: the API has no filter by SKU and no list of all variants.</summary>
internal sealed class ProductPages(PlatformApi shop)
{
    // Each product costs a call for its variants.
    private const int Size = 20;

    private volatile bool _noVariants;

    /// <summary>Reads one page, from 1.</summary>
    public async Task<CataloguePage> PageAsync(int page, CancellationToken ct)
    {
        switch (await shop.PageAsync<ProductOutput>("products", "", page, Size, ct))
        {
            case ShopAnswer<IReadOnlyList<ProductOutput>>.Failed failed:
                return new CataloguePage.Failed(failed.Outcome);
            case ShopAnswer<IReadOnlyList<ProductOutput>>.Given given:
                return await WithVariantsAsync(given.Value, ct);
            default:
                return new CataloguePage.Read([], Last: true);
        }
    }

    private async Task<CataloguePage> WithVariantsAsync(IReadOnlyList<ProductOutput> products, CancellationToken ct)
    {
        var items = new List<CatalogueItem>();
        var without = 0;
        foreach (var product in products)
        {
            Add(items, Text(product.Id), null, product.Sku);
            if (_noVariants) continue;
            switch (await shop.AllAsync<ProductOutput>($"products/{product.Id}/variants", ct))
            {
                case ShopAnswer<IReadOnlyList<ProductOutput>>.Failed failed:
                    return new CataloguePage.Failed(failed.Outcome);
                case ShopAnswer<IReadOnlyList<ProductOutput>>.Given given:
                    foreach (var variant in given.Value) Add(items, Text(product.Id), Text(variant.Id), variant.Sku);
                    break;
                default:
                    without++;
                    break;
            }
        }

        // A product that was just deleted has no such address; that all of a page have none means that the variants' add-on is off.
        if (products.Count > 1 && without == products.Count) _noVariants = true;
        return new CataloguePage.Read(items, products.Count < Size);
    }

    private static void Add(List<CatalogueItem> items, string product, string? variant, string? sku)
    {
        if (!string.IsNullOrWhiteSpace(sku)) items.Add(new CatalogueItem(new StockItem(product, variant), sku.Trim()));
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
