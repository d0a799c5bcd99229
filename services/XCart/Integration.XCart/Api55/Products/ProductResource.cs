using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api55.Products.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Products;

namespace Integration.XCart.Api55.Products;

/// <summary>Products over the built-in API. It has no filter by SKU, and refuses a SKU that something else has.</summary>
internal sealed class ProductResource : IProducts
{
    private readonly PlatformApi _shop;
    private readonly WholesalePrices _wholesale;
    private readonly OwnTexts _texts;
    private readonly ProductReader _reader;

    public ProductResource(PlatformApi shop)
    {
        _shop = shop;
        _wholesale = new WholesalePrices(shop);
        _texts = new OwnTexts(shop);
        _reader = new ProductReader(shop, _wholesale, _texts);
    }

    public IReadOnlySet<string> Writable { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        ProductFields.Name, ProductFields.Description, ProductFields.ShortDescription, ProductFields.Enabled, ProductFields.Price, ProductFields.Prices,
        ProductFields.Weight, ProductFields.TaxClass, ProductFields.Variants, ProductFields.Categories, ProductFields.Images, ProductFields.Attributes,
    };

    public IReadOnlySet<string> WritableOnce { get; } = new HashSet<string>(StringComparer.Ordinal) { ProductFields.Categories };

    public Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct) => _reader.ReadAsync(id, ct);

    public Task<ProductFind> FindAsync(string sku, CancellationToken ct) => Task.FromResult<ProductFind>(new ProductFind.CannotTell());

    public Task<ProductPage> PageAsync(int page, CancellationToken ct) => _reader.PageAsync(page, ct);

    public async Task<WriteOutcome> CreateAsync(Product product, CancellationToken ct)
    {
        // Told before anything is made.
        if (product.Variants is { Count: > 0 } variants && VariantOptions.Of([.. variants.Where(variant => variant.Enabled != false)]).Problem is { } problem) return ShopWrites.Refused("variants", problem);
        var body = Body(product, Writable);
        body["sku"] = product.Sku;
        // The shop would begin with a thousand; the stock lane says how many there are.
        body["amount"] = 0;
        body["inventory_traceable"] = product.Kind is ProductKind.Stock or ProductKind.Template;
        var answer = await _shop.PostAsync<ProductView>("products", body, ct);
        if (ShopWrites.Failure(answer) is { } failed) return failed;
        var made = ((ShopAnswer<ProductView>.Given)answer).Value;
        foreach (var category in product.Categories ?? [])
        {
            if (ShopId.Of(category.Code) is not { } id) return ShopWrites.Refused("categories", $"'{category.Code}' is no id of a category of X-Cart: correct the lookup.");
            var place = new JsonObject { ["product_id"] = made.Id };
            if (ShopWrites.Failure(await _shop.PostAsync<JsonObject>($"categories/{id}/products", place, ct)) is { } misplaced) return misplaced;
        }

        return await PartsAsync(made, product, Writable, ct) ?? await EndedAsync(made.Id, product, product.Prices, ct);
    }

    public async Task<WriteOutcome> UpdateAsync(string id, Product product, IReadOnlySet<string> fields, CancellationToken ct)
    {
        if (ShopId.Of(id) is not { } number) return ShopWrites.NoId();
        var body = Body(product, fields);
        var answer = body.Count > 0 ? await _shop.PutAsync<ProductView>(Path(number), body, ct) : await _shop.ReadAsync<ProductView>(Path(number), ct);
        if (ShopWrites.Failure(answer) is { } failed) return failed;
        if (await PartsAsync(((ShopAnswer<ProductView>.Given)answer).Value, product, fields, ct) is { } unchanged) return unchanged;
        return await EndedAsync(number, product, fields.Contains(ProductFields.Prices) ? product.Prices : null, ct);
    }

    // What has addresses of its own beside the product's.
    private async Task<WriteOutcome?> PartsAsync(ProductView stored, Product product, IReadOnlySet<string> fields, CancellationToken ct)
    {
        WriteOutcome? failure = null;
        if (fields.Contains(ProductFields.Images) && product.Images is { } images) failure = await PicturesAsync(stored, images, ct);
        if (failure is null && fields.Contains(ProductFields.Attributes) && product.Attributes is { Count: > 0 } attributes) failure = await _texts.SetAsync(Path(stored.Id), attributes, ct);
        return failure is null && fields.Contains(ProductFields.Variants) && product.Variants is { Count: > 0 } ? await VariantsAsync(stored.Id, product, ct) : failure;
    }

    // The shop fetches what it is given and shows it under an address of its own, so that a changed list is put there anew.
    private Task<WriteOutcome?> PicturesAsync(ProductView stored, IReadOnlyList<ProductImage> wanted, CancellationToken ct) =>
        PicturePlan.Of(wanted, [.. stored.Images.Select(image => (image.Id, image.Url))]).CarryOutAsync(
            async (place, image) => ShopWrites.Failure(await _shop.PostAsync<ImageView>(
                $"{Path(stored.Id)}/images", new JsonObject { ["externalUrl"] = image.Url, ["alt"] = image.Alt ?? "", ["position"] = place }, ct)),
            id => _shop.DeleteAsync($"{Path(stored.Id)}/images/{id}", ct));

    // Every write ends so: prices, then the product as it is now.
    private async Task<WriteOutcome> EndedAsync(long id, Product wanted, IReadOnlyList<ProductPrice>? prices, CancellationToken ct)
    {
        if (prices is not null && await _wholesale.SetAsync(id, prices, ct) is { } failure) return failure;
        var text = id.ToString(CultureInfo.InvariantCulture);
        return await _reader.ReadAsync(text, ct) switch
        {
            ReadOutcome<Product>.Found found => ShopWrites.Done(found.Value),
            ReadOutcome<Product>.Failed failed => failed.Outcome,
            _ => ShopWrites.Done(wanted with { Id = text }),
        };
    }

    private static JsonObject Body(Product product, IReadOnlySet<string> fields)
    {
        var body = new JsonObject();
        void Set(string field, string name, JsonNode? value)
        {
            if (fields.Contains(field) && value is not null) body[name] = value;
        }

        Set(ProductFields.Name, "name", product.Name);
        Set(ProductFields.Description, "description", product.Description);
        Set(ProductFields.ShortDescription, "brief_description", product.ShortDescription);
        Set(ProductFields.Price, "price", product.Price);
        Set(ProductFields.Weight, "weight", product.Weight);
        Set(ProductFields.Enabled, "enabled", product.Enabled);
        if (!fields.Contains(ProductFields.TaxClass) || product.TaxClass is not { Length: > 0 } taxClass) return body;
        body["taxable"] = taxClass != ShopTax.Exempt;
        body["tax_class"] = taxClass is ShopTax.Exempt or ShopTax.Default ? null : JsonValue.Create(taxClass);
        return body;
    }

    private async Task<WriteOutcome?> VariantsAsync(long id, Product wanted, CancellationToken ct)
    {
        if (await _reader.ReadAsync(id.ToString(CultureInfo.InvariantCulture), ct) is not ReadOutcome<Product>.Found { Value: var shown })
            return new WriteOutcome.Unavailable("The product could not be read again.");
        foreach (var (variant, change) in VariantPlan.Of(wanted.Variants ?? [], shown.Variants ?? [], shown.Price).Change)
        {
            var body = new JsonObject();
            if (change.Price is { } price) (body["price"], body["default_price"]) = (price, false);
            if (change.Weight is { } weight) (body["weight"], body["default_weight"]) = (weight, false);
            if (ShopWrites.Failure(await _shop.PutAsync<VariantView>($"{Path(id)}/variants/{variant}", body, ct)) is { } failure) return failure;
        }

        return await NewVariants.AddAsync(new ProductVariants(_shop, Path(id)), wanted.Variants ?? [], shown.Variants ?? [], ct);
    }

    private static string Path(long id) => $"products/{id.ToString(CultureInfo.InvariantCulture)}";
}
