using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api54.Products.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Products;

namespace Integration.XCart.Api54.Products;

/// <summary>A product's variants (add-on XC\ProductVariants) and the attributes that make them, its own and the shop's.</summary>
internal sealed class ProductVariants(RestApi shop, RowNames options, SkuSearch search, StoredProduct product, string language) : IVariantStore
{
    public const string Attributes = "attribute";
    private const string Options = "attributeoption";
    private const string Values = "attributevalue-attributevalueselect";

    /// <summary>A new attribute of one product.</summary>
    public static JsonObject Attribute(long product, string type, string name, string language) =>
        new() { ["product"] = new JsonObject { ["product_id"] = product }, ["type"] = type, ["translations"] = Named(name, language) };

    public async Task<(VariantShelf? Shelf, WriteOutcome? Failure)> ReadAsync(CancellationToken ct)
    {
        var values = new List<StoredValue>();
        foreach (var row in product.SelectValues)
        {
            var (value, failure) = await ReadAsync<StoredValue>(Values, row.Id, ct);
            if (failure is not null) return (null, failure);
            if (value is { Attribute: not null, Option: not null }) values.Add(value);
        }

        var shelf = new List<ShelfAttribute>();
        foreach (var id in values.Select(value => value.Attribute!.Id).Concat(product.Attributes.Where(attribute => attribute.Type == "S").Select(attribute => attribute.Id)).Distinct())
        {
            var (attribute, failure) = await ReadAsync<StoredAttribute>(Attributes, id, ct);
            var choices = new List<ShelfOption>();
            foreach (var option in attribute?.Options ?? [])
            {
                if (failure is not null) break;
                (var name, failure) = await options.NameAsync(option.Id, ct);
                choices.Add(new ShelfOption(option.Id, name ?? "", values.Find(value => value.Attribute!.Id == id && value.Option!.Id == option.Id)?.Id));
            }

            if (failure is not null) return (null, failure);
            if (attribute is not null) shelf.Add(new ShelfAttribute(id, attribute.Texts.Count > 0 ? attribute.Texts[0].Name ?? "" : "", choices));
        }

        var variants = new List<IReadOnlyList<long>>();
        foreach (var row in product.Variants)
        {
            var (variant, failure) = await ReadAsync<StoredVariant>(SkuSearch.Variants, row.Id, ct);
            if (failure is not null) return (null, failure);
            if (variant is not null) variants.Add([.. variant.SelectValues.Select(value => value.Id), .. variant.CheckboxValues.Select(value => -value.Id)]);
        }

        return (new VariantShelf(shelf, variants), null);
    }

    public Task<(long Id, WriteOutcome? Failure)> AddAttributeAsync(string name, int position, CancellationToken ct)
    {
        var row = Attribute(product.Id, "S", name, language);
        row["position"] = position;
        return AddAsync<StoredAttribute>(Attributes, row, made => made.Id, ct);
    }

    public Task<(long Id, WriteOutcome? Failure)> AddOptionAsync(long attribute, string name, int position, CancellationToken ct) =>
        AddAsync<NamedRow>(Options, new JsonObject { ["attribute"] = new JsonObject { ["id"] = attribute }, ["position"] = position, ["translations"] = Named(name, language) }, made => made.Id, ct);

    public Task<(long Id, WriteOutcome? Failure)> AddValueAsync(long attribute, long option, int position, CancellationToken ct) => AddAsync<StoredValue>(
        Values,
        new JsonObject
        {
            ["product"] = new JsonObject { ["product_id"] = product.Id }, ["attribute"] = new JsonObject { ["id"] = attribute }, ["attribute_option"] = new JsonObject { ["id"] = option }, ["position"] = position,
        },
        made => made.Id,
        ct);

    // Without it the shop removes the variants when its staff save the product.
    public async Task<WriteOutcome?> MakeOfAsync(IReadOnlyList<long> attributes, CancellationToken ct) => ShopWrites.Failure(await shop.PutAsync<StoredProduct>(
        ShopPath.Of(ProductReader.Entity, product.Id), new JsonObject { ["variantsAttributes"] = Ids(attributes) }, ct));

    public async Task<WriteOutcome?> AddAsync(ProductVariant variant, IReadOnlyList<long> values, CancellationToken ct)
    {
        // The shop would take the SKU a second time.
        switch (await search.FindAsync(variant.Sku, ct))
        {
            case ProductFind.Failed failed: return failed.Outcome;
            case ProductFind.Found: return ShopWrites.Refused("variants", $"Something else in the shop has the SKU {variant.Sku}: remove it there, or give it another SKU.");
        }

        var row = new JsonObject
        {
            ["product"] = new JsonObject { ["product_id"] = product.Id }, ["sku"] = variant.Sku, ["price"] = variant.Price ?? 0m, ["defaultPrice"] = variant.Price is null,
            ["weight"] = variant.Weight ?? 0m, ["defaultWeight"] = variant.Weight is null, ["amount"] = 0, ["defaultAmount"] = false, ["attributeValueS"] = Ids(values),
        };
        return ShopWrites.Failure(await shop.PostAsync<StoredVariant>(SkuSearch.Variants, row, ct));
    }

    private async Task<(T? Row, WriteOutcome? Failure)> ReadAsync<T>(string entity, long id, CancellationToken ct)
        where T : class => await shop.ReadAsync<T>(ShopPath.Of(entity, id), Schema.Default, ct) switch
    {
        ShopAnswer<T>.Given given => (given.Value, null),
        ShopAnswer<T>.Failed failed => (null, failed.Outcome),
        _ => (null, null),
    };

    private async Task<(long Id, WriteOutcome? Failure)> AddAsync<T>(string entity, JsonObject row, Func<T, long> id, CancellationToken ct) =>
        ShopWrites.Made(await shop.PostAsync<T>(entity, row, ct), id);

    private static JsonArray Named(string name, string language) => new(new JsonObject { ["code"] = language, ["name"] = name });

    private static JsonArray Ids(IReadOnlyList<long> ids) => [.. ids.Select(id => new JsonObject { ["id"] = id })];
}
