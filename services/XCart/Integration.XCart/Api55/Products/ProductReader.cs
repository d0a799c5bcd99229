using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api55.Products.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Products;

namespace Integration.XCart.Api55.Products;

/// <summary>Reads products: the product, its variants, its prices for groups, its own texts.</summary>
internal sealed class ProductReader(PlatformApi shop, WholesalePrices wholesale, OwnTexts texts)
{
    public async Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct)
    {
        if (ShopId.Of(id) is not { } number) return new ReadOutcome<Product>.Unreadable([new Reason("id", "An X-Cart product id is a positive whole number.")]);
        return await shop.ReadAsync<ProductView>($"products/{number}", ct) switch
        {
            ShopAnswer<ProductView>.Given given => await WholeAsync(given.Value, ct),
            ShopAnswer<ProductView>.Failed failed => Failed(failed.Outcome),
            _ => new ReadOutcome<Product>.NotFound(),
        };
    }

    /// <summary>One page, from 1; without variants and prices for groups, which take calls of their own.</summary>
    public async Task<ProductPage> PageAsync(int page, CancellationToken ct) => await shop.PageAsync<ProductView>("products", "", page, PlatformApi.LargestPage, ct) switch
    {
        ShopAnswer<IReadOnlyList<ProductView>>.Failed failed => new ProductPage.Failed(failed.Outcome),
        ShopAnswer<IReadOnlyList<ProductView>>.Given given => new ProductPage.Read([.. given.Value.Select(Shown)], given.Value.Count < PlatformApi.LargestPage),
        _ => new ProductPage.Read([], Last: true),
    };

    /// <summary>The product with what needs further calls.</summary>
    public async Task<ReadOutcome<Product>> WholeAsync(ProductView view, CancellationToken ct)
    {
        var (prices, failure) = await wholesale.OfAsync(view.Id, ct);
        if (failure is not null) return Failed(failure);
        (var attributes, failure) = await texts.OfAsync($"products/{view.Id.ToString(CultureInfo.InvariantCulture)}", ct);
        if (failure is not null) return Failed(failure);
        // Without the add-on for variants the shop knows no such address.
        var variants = await shop.AllAsync<VariantView>($"products/{view.Id.ToString(CultureInfo.InvariantCulture)}/variants", ct);
        if (variants is ShopAnswer<IReadOnlyList<VariantView>>.Failed failed) return Failed(failed.Outcome);
        var rows = variants is ShopAnswer<IReadOnlyList<VariantView>>.Given given ? given.Value : [];
        return new ReadOutcome<Product>.Found(Shown(view) with
        {
            Prices = [.. prices.Select(row => row.Price).OrderBy(price => price.Group, StringComparer.Ordinal).ThenBy(price => price.Quantity)],
            Attributes = attributes,
            Variants = rows.Count == 0 ? null : [.. rows.OrderBy(row => row.Id).Select(Variant)],
        });
    }

    private static ReadOutcome<Product> Failed(WriteOutcome outcome) => outcome is WriteOutcome.Rejected rejected
        ? new ReadOutcome<Product>.Unreadable(rejected.Reasons)
        : new ReadOutcome<Product>.Failed(outcome);

    private static Product Shown(ProductView view) => new()
    {
        Id = view.Id.ToString(CultureInfo.InvariantCulture),
        Sku = view.Sku?.Trim() ?? "",
        Kind = view.InventoryTraceable ? ProductKind.Stock : ProductKind.NonStock,
        Name = view.Name ?? "",
        Description = view.Description ?? "",
        ShortDescription = view.ShortDescription ?? "",
        Price = view.Price,
        Weight = view.Weight,
        Enabled = view.Enabled,
        TaxClass = ShopTax.Of(view.Taxable, view.TaxClass?.Name),
        Class = view.Class?.Name,
        Images = [.. view.Images.Where(image => !string.IsNullOrEmpty(image.Url)).Select(image => new ProductImage(image.Url!, string.IsNullOrEmpty(image.Alt) ? null : image.Alt))],
        ChangedAt = view.UpdatedAt,
    };

    private static ProductVariant Variant(VariantView row) => new()
    {
        Id = row.Id.ToString(CultureInfo.InvariantCulture),
        Sku = row.Sku?.Trim() ?? "",
        Price = row.DefaultPrice ? null : row.Price,
        Weight = row.DefaultWeight ? null : row.Weight,
    };
}
