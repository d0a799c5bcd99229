using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api54.Products.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Products;

namespace Integration.XCart.Api54.Products;

/// <summary>Reads products: the default schema has all but the addresses of pictures, which the complex one has.</summary>
internal sealed class ProductReader(RestApi shop, WholesalePrices wholesale, RowNames taxClasses, OwnTexts own, string language, int pageSize)
{
    public const string Entity = "product";

    public async Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct)
    {
        if (ShopPath.Of(Entity, id) is not { } path) return new ReadOutcome<Product>.Unreadable([new Reason("id", "An X-Cart product id is a positive whole number.")]);
        switch (await shop.ReadAsync<StoredProduct>(path, Schema.Default, ct))
        {
            case ShopAnswer<StoredProduct>.Given stored:
                return await shop.ReadAsync<ShownProduct>(path, Schema.Complex, ct) switch
                {
                    ShopAnswer<ShownProduct>.Given shown => await WholeAsync(stored.Value, shown.Value.Images, ct),
                    ShopAnswer<ShownProduct>.Failed failed => Failed(failed.Outcome),
                    _ => new ReadOutcome<Product>.NotReady("The product changed while it was read.", Ignore: false),
                };
            case ShopAnswer<StoredProduct>.Failed failed:
                return Failed(failed.Outcome);
            default:
                return new ReadOutcome<Product>.NotFound();
        }
    }

    /// <summary>One page, from 1, in the complex schema: without tax classes, prices for groups and variants.</summary>
    public async Task<ProductPage> PageAsync(int page, CancellationToken ct)
    {
        var answer = await shop.ListComplexAsync<ShownProduct>(Entity, Conditions.OldestFirst("p.product_id", (page - 1) * pageSize, pageSize), ct);
        if (answer is ShopAnswer<IReadOnlyList<ShownProduct>>.Failed failed) return new ProductPage.Failed(failed.Outcome);
        var rows = answer is ShopAnswer<IReadOnlyList<ShownProduct>>.Given given ? given.Value : [];
        return new ProductPage.Read(
            [
                .. rows.Select(row => new Product
                {
                    Id = Text(row.Id), Sku = row.Sku?.Trim() ?? "", Name = row.Name, Description = row.Description, ShortDescription = row.ShortDescription,
                    Price = row.Price, Weight = row.Weight, Enabled = row.Enabled, Images = [.. row.Images.Select(url => new ProductImage(url))],
                }),
            ],
            // A shop that ignores the conditions gives everything at once.
            rows.Count != pageSize);
    }

    /// <summary>The product as stored, with what needs further calls.</summary>
    public async Task<ReadOutcome<Product>> WholeAsync(StoredProduct stored, IReadOnlyList<string>? images, CancellationToken ct)
    {
        var (prices, failure) = await wholesale.OfAsync(stored, ct);
        if (failure is not null) return Failed(failure);
        (var attributes, failure) = await own.OfAsync(stored, ct);
        if (failure is not null) return Failed(failure);
        string? taxClass = null;
        if (stored.TaxClass is { } row)
        {
            (taxClass, failure) = await taxClasses.NameAsync(row.Id, ct);
            if (failure is not null) return Failed(failure);
        }

        var texts = stored.Texts.FirstOrDefault(text => text.Code == language) ?? (stored.Texts.Count > 0 ? stored.Texts[0] : new StoredText());
        return new ReadOutcome<Product>.Found(new Product
        {
            Id = Text(stored.Id),
            Sku = stored.Sku?.Trim() ?? "",
            Kind = stored.InventoryEnabled ? ProductKind.Stock : ProductKind.NonStock,
            Name = texts.Name ?? "",
            Description = texts.Description ?? "",
            ShortDescription = texts.ShortDescription ?? "",
            Price = stored.Price,
            Weight = stored.Weight,
            Enabled = stored.Enabled,
            TaxClass = ShopTax.Of(stored.Taxable, taxClass),
            Prices = [.. prices.Select(price => price.Price).OrderBy(price => price.Group, StringComparer.Ordinal).ThenBy(price => price.Quantity)],
            Images = images?.Select(url => new ProductImage(url)).ToList(),
            Attributes = attributes,
            Variants = stored.Variants.Count == 0 ? null : [.. stored.Variants.OrderBy(variant => variant.Id).Select(Variant)],
            ChangedAt = stored.UpdatedAt,
        });
    }

    public static ReadOutcome<Product> Failed(WriteOutcome outcome) => outcome is WriteOutcome.Rejected rejected
        ? new ReadOutcome<Product>.Unreadable(rejected.Reasons)
        : new ReadOutcome<Product>.Failed(outcome);

    private static ProductVariant Variant(StoredVariant variant) => new()
    {
        Id = Text(variant.Id),
        Sku = variant.Sku?.Trim() ?? "",
        Price = variant.DefaultPrice ? null : variant.Price,
        Weight = variant.DefaultWeight ? null : variant.Weight,
    };

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
