using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api55.Products.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Products;

namespace Integration.XCart.Api55.Products;

/// <summary>A product's variants and the attributes of its own that make them. Attributes of the whole shop are not looked at: variants made of them are made by hand.</summary>
/// <param name="shop">The API.</param>
/// <param name="path">The product's path.</param>
internal sealed class ProductVariants(PlatformApi shop, string path) : IVariantStore
{
    private readonly string _selects = $"{path}/attributes_select";

    public async Task<(VariantShelf? Shelf, WriteOutcome? Failure)> ReadAsync(CancellationToken ct)
    {
        var (variants, failure) = await ListAsync<VariantView>($"{path}/variants", ct);
        if (failure is not null) return (null, failure);
        (var attributes, failure) = await ListAsync<NamedView>(_selects, ct);
        var shelf = new List<ShelfAttribute>();
        foreach (var attribute in attributes)
        {
            if (failure is not null) return (null, failure);
            (var options, failure) = await ListAsync<OptionView>($"{_selects}/{attribute.Id}/options", ct);
            if (failure is not null) return (null, failure);
            (var values, failure) = await ListAsync<SelectValueView>($"{_selects}/{attribute.Id}/values", ct);
            shelf.Add(new ShelfAttribute(attribute.Id, attribute.Name ?? "", [.. options.Select(option => new ShelfOption(option.Id, option.Value ?? "", values.FirstOrDefault(value => value.Option?.Id == option.Id)?.Id))]));
        }

        return failure is null ? (new VariantShelf(shelf, [.. variants.Select(variant => variant.Values)]), null) : (null, failure);
    }

    public Task<(long Id, WriteOutcome? Failure)> AddAttributeAsync(string name, int position, CancellationToken ct) =>
        AddAsync<NamedView>(_selects, new JsonObject { ["name"] = name, ["displayMode"] = "S", ["position"] = position }, view => view.Id, ct);

    public Task<(long Id, WriteOutcome? Failure)> AddOptionAsync(long attribute, string name, int position, CancellationToken ct) =>
        AddAsync<OptionView>($"{_selects}/{attribute}/options", new JsonObject { ["value"] = name, ["position"] = position }, view => view.Id, ct);

    public async Task<(long Id, WriteOutcome? Failure)> AddValueAsync(long attribute, long option, int position, CancellationToken ct)
    {
        // In some version a new option may be a value by itself.
        var (values, failure) = await ListAsync<SelectValueView>($"{_selects}/{attribute}/values", ct);
        if (failure is not null) return (0, failure);
        return values.FirstOrDefault(value => value.Option?.Id == option) is { } there
            ? (there.Id, null)
            : await AddAsync<SelectValueView>($"{_selects}/{attribute}/values", new JsonObject { ["option_id"] = option, ["position"] = position }, view => view.Id, ct);
    }

    // Follows from the first variant here.
    public Task<WriteOutcome?> MakeOfAsync(IReadOnlyList<long> attributes, CancellationToken ct) => Task.FromResult<WriteOutcome?>(null);

    public async Task<WriteOutcome?> AddAsync(ProductVariant variant, IReadOnlyList<long> values, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["sku"] = variant.Sku, ["price"] = variant.Price ?? 0m, ["default_price"] = variant.Price is null, ["weight"] = variant.Weight ?? 0m, ["default_weight"] = variant.Weight is null,
            ["amount"] = 0, ["default_amount"] = false, ["attribute_select_values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]),
        };
        return ShopWrites.Failure(await shop.PostAsync<VariantView>($"{path}/variants", body, ct));
    }

    private async Task<(long Id, WriteOutcome? Failure)> AddAsync<T>(string target, JsonObject body, Func<T, long> id, CancellationToken ct) =>
        ShopWrites.Made(await shop.PostAsync<T>(target, body, ct), id);

    private async Task<(IReadOnlyList<T> Rows, WriteOutcome? Failure)> ListAsync<T>(string target, CancellationToken ct)
    {
        var answer = await shop.AllAsync<T>(target, ct);
        return answer is ShopAnswer<IReadOnlyList<T>>.Given given ? (given.Value, null) : ([], ShopWrites.Failure(answer));
    }
}
