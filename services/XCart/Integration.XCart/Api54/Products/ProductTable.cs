using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api54.Products.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Products;
using Integration.XCart.Setup;

namespace Integration.XCart.Api54.Products;

/// <summary>Products over the REST API add-on, in the default schema. The shop refuses no second product with a SKU: look first.</summary>
internal sealed class ProductTable : IProducts
{
    private readonly RestApi _shop;
    private readonly string _language;
    private readonly RowNames _taxClasses;
    private readonly WholesalePrices _wholesale;
    private readonly ProductReader _reader;
    private readonly SkuSearch _search;

    public ProductTable(RestApi shop, XCartSettings settings, int pageSize)
    {
        (_shop, _language) = (shop, settings.Language);
        _taxClasses = new RowNames(shop, "taxclass", "tax class");
        _wholesale = new WholesalePrices(shop, new RowNames(shop, "membership", "membership"));
        _reader = new ProductReader(shop, _wholesale, _taxClasses, settings.Language, pageSize);
        _search = new SkuSearch(shop);
    }

    public IReadOnlySet<string> Writable { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        ProductFields.Name, ProductFields.Description, ProductFields.ShortDescription, ProductFields.Enabled, ProductFields.Price, ProductFields.Prices,
        ProductFields.Weight, ProductFields.TaxClass, ProductFields.Variants, ProductFields.Categories, ProductFields.Images,
    };

    public IReadOnlySet<string> WritableOnce { get; } = new HashSet<string>(StringComparer.Ordinal) { ProductFields.Categories, ProductFields.Images };

    public Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct) => _reader.ReadAsync(id, ct);

    public Task<ProductFind> FindAsync(string sku, CancellationToken ct) => _search.FindAsync(sku, ct);

    public Task<ProductPage> PageAsync(int page, CancellationToken ct) => _reader.PageAsync(page, ct);

    public async Task<WriteOutcome> CreateAsync(Product product, CancellationToken ct)
    {
        if (product.Variants is { Count: > 0 }) return ShopWrites.Refused("variants", VariantsByHand);
        var (fields, failure) = await FieldsAsync(product, Writable, ct);
        if (failure is not null) return failure;
        fields["sku"] = product.Sku;
        // The shop would begin with a thousand; the stock lane says how many there are.
        fields["amount"] = 0;
        fields["inventoryEnabled"] = product.Kind == ProductKind.Stock;
        if (product.Categories is { Count: > 0 } categories)
        {
            fields["categoryProducts"] = new JsonArray([.. categories.Select(category => new JsonObject
            {
                ["category"] = new JsonObject { ["category_id"] = ShopId.Of(category.Code) },
            })]);
        }

        var answer = await _shop.PostAsync<StoredProduct>(ProductReader.Entity, fields, ct);
        if (ShopWrites.Failure(answer) is { } failed) return failed;
        var made = ((ShopAnswer<StoredProduct>.Given)answer).Value;
        foreach (var (at, image) in (product.Images ?? []).Index())
        {
            // By its address: the shop keeps no copy of it.
            var picture = new JsonObject { ["product"] = new JsonObject { ["product_id"] = made.Id }, ["path"] = image.Url, ["storageType"] = "u", ["alt"] = image.Alt ?? "", ["orderby"] = (at + 1) * 10 };
            if (ShopWrites.Failure(await _shop.PostAsync<NamedRow>("image-product-image", picture, ct)) is { } unseen) return unseen;
        }

        return await PricedAsync(made, product, product.Prices, [], ct);
    }

    public async Task<WriteOutcome> UpdateAsync(string id, Product product, IReadOnlySet<string> fields, CancellationToken ct)
    {
        if (ShopPath.Of(ProductReader.Entity, id) is not { } path) return ShopWrites.NoId();
        var (changed, failure) = await FieldsAsync(product, fields, ct);
        if (failure is not null) return failure;
        var answer = changed.Count > 0 ? await _shop.PutAsync<StoredProduct>(path, changed, ct) : await _shop.ReadAsync<StoredProduct>(path, Schema.Default, ct);
        if (ShopWrites.Failure(answer) is { } failed) return failed;
        var stored = ((ShopAnswer<StoredProduct>.Given)answer).Value;
        if (fields.Contains(ProductFields.Variants) && await VariantsAsync(stored, product, ct) is { } unchanged) return unchanged;
        if (!fields.Contains(ProductFields.Prices)) return await PricedAsync(stored, product, null, [], ct);
        var (rows, unread) = await _wholesale.OfAsync(stored, ct);
        return unread ?? await PricedAsync(stored, product, product.Prices, rows, ct);
    }

    // Every write ends so: prices, then the product as it is now, which is read anew where rows beside it were written.
    private async Task<WriteOutcome> PricedAsync(StoredProduct stored, Product wanted, IReadOnlyList<ProductPrice>? prices, IReadOnlyList<WholesaleRow> rows, CancellationToken ct)
    {
        if (prices is not null && await _wholesale.SetAsync(stored.Id, prices, rows, ct) is { } failure) return failure;
        return await _reader.ReadAsync(Text(stored.Id), ct) switch
        {
            ReadOutcome<Product>.Found found => ShopWrites.Done(found.Value),
            ReadOutcome<Product>.Failed failed => failed.Outcome,
            _ => ShopWrites.Done(wanted with { Id = Text(stored.Id) }),
        };
    }

    private async Task<(JsonObject Fields, WriteOutcome? Failure)> FieldsAsync(Product product, IReadOnlySet<string> fields, CancellationToken ct)
    {
        var row = new JsonObject();
        var texts = new JsonObject { ["code"] = _language };
        if (fields.Contains(ProductFields.Name) && product.Name is { } name) texts["name"] = name;
        if (fields.Contains(ProductFields.Description) && product.Description is { } description) texts["description"] = description;
        if (fields.Contains(ProductFields.ShortDescription) && product.ShortDescription is { } brief) texts["briefDescription"] = brief;
        if (texts.Count > 1) row["translations"] = new JsonArray(texts);
        if (fields.Contains(ProductFields.Price) && product.Price is { } price) row["price"] = price;
        if (fields.Contains(ProductFields.Weight) && product.Weight is { } weight) row["weight"] = weight;
        if (fields.Contains(ProductFields.Enabled) && product.Enabled is { } enabled) row["enabled"] = enabled;
        if (!fields.Contains(ProductFields.TaxClass) || product.TaxClass is not { Length: > 0 } taxClass) return (row, null);
        row["taxable"] = taxClass != ShopTax.Exempt;
        row["taxClass"] = null;
        if (taxClass is ShopTax.Exempt or ShopTax.Default) return (row, null);
        var (id, failure) = await _taxClasses.IdAsync(taxClass, ct);
        if (failure is null) row["taxClass"] = new JsonObject { ["id"] = id };
        return (row, failure);
    }

    private async Task<WriteOutcome?> VariantsAsync(StoredProduct stored, Product wanted, CancellationToken ct)
    {
        if (await _reader.WholeAsync(stored, null, ct) is not ReadOutcome<Product>.Found { Value: var shown }) return new WriteOutcome.Unavailable("The product could not be read again.");
        var plan = VariantPlan.Of(wanted.Variants ?? [], shown.Variants ?? [], shown.Price);
        foreach (var (id, variant) in plan.Change)
        {
            var row = new JsonObject();
            if (variant.Price is { } price) (row["price"], row["defaultPrice"]) = (price, false);
            if (variant.Weight is { } weight) (row["weight"], row["defaultWeight"]) = (weight, false);
            if (ShopWrites.Failure(await _shop.PutAsync<StoredVariant>(ShopPath.Of(SkuSearch.Variants, id)!, row, ct)) is { } failure) return failure;
        }

        return null;
    }

    private const string VariantsByHand = "A product with variants cannot be made here: make it in the shop with the ERP's SKUs on its variants; prices and weights follow then.";

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
