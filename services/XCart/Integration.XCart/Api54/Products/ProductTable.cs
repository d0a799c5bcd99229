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
    private const string Pictures = "image-product-image";

    private readonly RestApi _shop;
    private readonly string _language;
    private readonly RowNames _taxClasses;
    private readonly WholesalePrices _wholesale;
    private readonly RowNames _options;
    private readonly OwnTexts _texts;
    private readonly ProductReader _reader;
    private readonly SkuSearch _search;

    public ProductTable(RestApi shop, XCartSettings settings, int pageSize)
    {
        (_shop, _language) = (shop, settings.Language);
        _taxClasses = new RowNames(shop, "taxclass", "tax class");
        _wholesale = new WholesalePrices(shop, new RowNames(shop, "membership", "membership"));
        _options = new RowNames(shop, "attributeoption", "option");
        _texts = new OwnTexts(shop, new RowNames(shop, ProductVariants.Attributes, "attribute"), settings.Language);
        _reader = new ProductReader(shop, _wholesale, _taxClasses, _texts, settings.Language, pageSize);
        _search = new SkuSearch(shop);
    }

    public IReadOnlySet<string> Writable { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        ProductFields.Name, ProductFields.Description, ProductFields.ShortDescription, ProductFields.Enabled, ProductFields.Price, ProductFields.Prices,
        ProductFields.Weight, ProductFields.TaxClass, ProductFields.Variants, ProductFields.Categories, ProductFields.Images, ProductFields.Attributes,
    };

    public IReadOnlySet<string> WritableOnce { get; } = new HashSet<string>(StringComparer.Ordinal) { ProductFields.Categories };

    public Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct) => _reader.ReadAsync(id, ct);

    public Task<ProductFind> FindAsync(string sku, CancellationToken ct) => _search.FindAsync(sku, ct);

    public Task<ProductPage> PageAsync(int page, CancellationToken ct) => _reader.PageAsync(page, ct);

    public async Task<WriteOutcome> CreateAsync(Product product, CancellationToken ct)
    {
        // Told before anything is made.
        if (product.Variants is { Count: > 0 } variants && VariantOptions.Of([.. variants.Where(variant => variant.Enabled != false)]).Problem is { } problem) return ShopWrites.Refused("variants", problem);
        var (fields, failure) = await FieldsAsync(product, Writable, ct);
        if (failure is not null) return failure;
        fields["sku"] = product.Sku;
        // The shop would begin with a thousand; the stock lane says how many there are.
        fields["amount"] = 0;
        fields["inventoryEnabled"] = product.Kind is ProductKind.Stock or ProductKind.Template;
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
        return await PartsAsync(made, product, Writable, ct) ?? await PricedAsync(made, product, product.Prices, [], ct);
    }

    public async Task<WriteOutcome> UpdateAsync(string id, Product product, IReadOnlySet<string> fields, CancellationToken ct)
    {
        if (ShopPath.Of(ProductReader.Entity, id) is not { } path) return ShopWrites.NoId();
        var (changed, failure) = await FieldsAsync(product, fields, ct);
        if (failure is not null) return failure;
        var answer = changed.Count > 0 ? await _shop.PutAsync<StoredProduct>(path, changed, ct) : await _shop.ReadAsync<StoredProduct>(path, Schema.Default, ct);
        if (ShopWrites.Failure(answer) is { } failed) return failed;
        var stored = ((ShopAnswer<StoredProduct>.Given)answer).Value;
        if (await PartsAsync(stored, product, fields, ct) is { } unchanged) return unchanged;
        if (!fields.Contains(ProductFields.Prices)) return await PricedAsync(stored, product, null, [], ct);
        var (rows, unread) = await _wholesale.OfAsync(stored, ct);
        return unread ?? await PricedAsync(stored, product, product.Prices, rows, ct);
    }

    // What has rows of its own beside the product's.
    private async Task<WriteOutcome?> PartsAsync(StoredProduct stored, Product product, IReadOnlySet<string> fields, CancellationToken ct)
    {
        WriteOutcome? failure = null;
        if (fields.Contains(ProductFields.Images) && product.Images is { } images) failure = await PicturesAsync(stored, images, ct);
        if (failure is null && fields.Contains(ProductFields.Attributes) && product.Attributes is { Count: > 0 } attributes) failure = await _texts.SetAsync(stored, attributes, ct);
        return failure is null && fields.Contains(ProductFields.Variants) && product.Variants is { Count: > 0 } ? await VariantsAsync(stored, product, ct) : failure;
    }

    private Task<WriteOutcome?> PicturesAsync(StoredProduct stored, IReadOnlyList<ProductImage> wanted, CancellationToken ct) =>
        PicturePlan.Of(wanted, [.. stored.Images.Select(image => (image.Id, image.Url))]).CarryOutAsync(
            async (place, image) => ShopWrites.Failure(await _shop.PostAsync<NamedRow>(
                Pictures,
                // By its address: the shop keeps no copy of it.
                new JsonObject
                {
                    ["product"] = new JsonObject { ["product_id"] = stored.Id }, ["path"] = image.Url, ["storageType"] = StoredImage.ByAddress, ["alt"] = image.Alt ?? "", ["orderby"] = place,
                },
                ct)),
            id => _shop.DeleteAsync(ShopPath.Of(Pictures, id), ct));

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

        return await NewVariants.AddAsync(new ProductVariants(_shop, _options, _search, stored, _language), wanted.Variants ?? [], shown.Variants ?? [], ct);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
