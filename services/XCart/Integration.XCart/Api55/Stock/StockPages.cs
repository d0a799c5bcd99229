using System.Globalization;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api55.Protocol;

namespace Integration.XCart.Api55.Stock;

/// <summary>Every level of the shop: products, and product by product their variants.</summary>
internal sealed class StockPages(PlatformApi shop) : IStockPages
{
    private const int Size = 50;

    private volatile bool _noVariants;

    public async Task<StockPage> PageAsync(int page, CancellationToken ct)
    {
        var answer = await shop.PageAsync<ProductStock>("products", "", page, Size, ct);
        if (answer is ShopAnswer<IReadOnlyList<ProductStock>>.Failed failed) return new StockPage.Failed(failed.Outcome);
        if (answer is not ShopAnswer<IReadOnlyList<ProductStock>>.Given products) return new StockPage.Read([], Last: true);
        var levels = new List<StockLevel>();
        var without = 0;
        foreach (var product in products.Value)
        {
            var level = LevelOf(product);
            levels.Add(level);
            if (_noVariants) continue;
            switch (await shop.AllAsync<ProductStock>($"products/{product.Id}/variants", ct))
            {
                case ShopAnswer<IReadOnlyList<ProductStock>>.Failed broken:
                    return new StockPage.Failed(broken.Outcome);
                case ShopAnswer<IReadOnlyList<ProductStock>>.Given given:
                    levels.AddRange(given.Value.Select(variant => LevelOf(level, variant)));
                    break;
                default:
                    without++;
                    break;
            }
        }

        // A product that was just deleted has no such address; that all of a page have none means that the variants' add-on is off.
        if (products.Value.Count > 1 && without == products.Value.Count) _noVariants = true;
        return new StockPage.Read(levels, products.Value.Count < Size);
    }

    public static StockLevel LevelOf(ProductStock product) =>
        new(new StockItem(Text(product.Id)), product.Sku?.Trim() ?? "", product.Amount ?? 0, product.Tracked ?? true, Own: true);

    public static StockLevel LevelOf(StockLevel product, ProductStock variant) => new(
        new StockItem(product.Item.Product, Text(variant.Id)), variant.Sku?.Trim() ?? "", variant.FollowsProduct ? product.Amount : variant.Amount ?? 0, product.Tracked, !variant.FollowsProduct);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
