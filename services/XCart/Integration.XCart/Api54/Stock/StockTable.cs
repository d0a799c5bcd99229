using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Api54.Stock.Wire;

namespace Integration.XCart.Api54.Stock;

/// <summary>
/// Every level of the shop: a page holds a part of the table of products and the same part of the table of variants, which lists them without
/// their products.
/// </summary>
internal sealed class StockTable(RestApi shop) : IStockPages
{
    public const string Variants = "xc-productvariants-productvariant";

    private const int Size = 100;

    private volatile bool _noVariants;

    public async Task<StockPage> PageAsync(int page, CancellationToken ct)
    {
        var offset = (page - 1) * Size;
        var products = await shop.ListAsync<ProductStock>("product", Conditions.Part("p.product_id", offset, Size), ct);
        if (products is ShopAnswer<IReadOnlyList<ProductStock>>.Failed failed) return new StockPage.Failed(failed.Outcome);
        var some = (products as ShopAnswer<IReadOnlyList<ProductStock>>.Given)?.Value ?? [];
        IReadOnlyList<VariantStock> variants = [];
        if (!_noVariants)
        {
            switch (await shop.ListAsync<VariantStock>(Variants, Conditions.Part(null, offset, Size), ct))
            {
                case ShopAnswer<IReadOnlyList<VariantStock>>.Given given:
                    variants = given.Value;
                    break;
                case ShopAnswer<IReadOnlyList<VariantStock>>.Failed { Outcome: WriteOutcome.Rejected }:
                    // The shop has no such table: the variants' add-on is off.
                    _noVariants = true;
                    break;
                case ShopAnswer<IReadOnlyList<VariantStock>>.Failed broken:
                    return new StockPage.Failed(broken.Outcome);
            }
        }

        // A shop that ignores the limit has given everything at once.
        return new StockPage.Read([.. some.Select(LevelOf), .. variants.Select(LevelOf)], Ends(some.Count) && Ends(variants.Count));
    }

    public static StockLevel LevelOf(ProductStock product) => new(new StockItem(Text(product.Id)), product.Sku?.Trim() ?? "", product.Amount, product.Tracked, Own: true);

    public static StockLevel LevelOf(VariantStock variant) => new(
        new StockItem(variant.Product is { } product ? Text(product.Id) : "", Text(variant.Id)), variant.Sku?.Trim() ?? "",
        variant.FollowsProduct ? variant.Product?.Amount ?? 0 : variant.Amount, variant.Product?.Tracked ?? true, !variant.FollowsProduct);

    private static bool Ends(int rows) => rows != Size;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
