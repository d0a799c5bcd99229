using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api54.Products.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Products;

namespace Integration.XCart.Api54.Products;

/// <summary>The text attributes that only one product has. Those of the whole shop and of classes are its staff's.</summary>
internal sealed class OwnTexts(RestApi shop, RowNames names, string language)
{
    private const string Values = "attributevalue-attributevaluetext";

    /// <summary>What the product has: one call for each value, because a product shows its values without their texts.</summary>
    public async Task<(IReadOnlyList<ProductAttribute> Attributes, WriteOutcome? Failure)> OfAsync(StoredProduct product, CancellationToken ct)
    {
        var (rows, failure) = await RowsAsync(product, ct);
        return (OwnText.Attributes(rows), failure);
    }

    /// <summary>Makes the named ones the wanted ones; others stay.</summary>
    /// <returns>Why it did not come to the end, or null.</returns>
    public async Task<WriteOutcome?> SetAsync(StoredProduct product, IReadOnlyList<ProductAttribute> wanted, CancellationToken ct)
    {
        var (rows, failure) = await RowsAsync(product, ct);
        foreach (var (name, text, known) in OwnText.Different(wanted, rows))
        {
            if (failure is not null) return failure;
            var row = new JsonObject { ["translations"] = new JsonArray(new JsonObject { ["code"] = language, ["value"] = text }) };
            if (known?.ValueId is { } value)
            {
                failure = ShopWrites.Failure(await shop.PutAsync<StoredValue>(ShopPath.Of(Values, value), row, ct));
                continue;
            }

            var attribute = known?.Id ?? 0;
            if (known is null)
            {
                var made = await shop.PostAsync<StoredAttribute>(ProductVariants.Attributes, ProductVariants.Attribute(product.Id, "T", name, language), ct);
                if (made is not ShopAnswer<StoredAttribute>.Given given) return ShopWrites.Failure(made);
                attribute = given.Value.Id;
            }

            row["product"] = new JsonObject { ["product_id"] = product.Id };
            row["attribute"] = new JsonObject { ["id"] = attribute };
            failure = ShopWrites.Failure(await shop.PostAsync<StoredValue>(Values, row, ct));
        }

        return failure;
    }

    private async Task<(IReadOnlyList<OwnText> Rows, WriteOutcome? Failure)> RowsAsync(StoredProduct product, CancellationToken ct)
    {
        var own = product.Attributes.Where(attribute => attribute.Type == "T").ToList();
        if (own.Count == 0) return ([], null);
        var texts = new Dictionary<long, (long Value, string Text)>();
        foreach (var row in product.TextValues)
        {
            var answer = await shop.ReadAsync<StoredValue>(ShopPath.Of(Values, row.Id), Schema.Default, ct);
            if (answer is ShopAnswer<StoredValue>.Failed failed) return ([], failed.Outcome);
            if (answer is ShopAnswer<StoredValue>.Given { Value: { Attribute: { } attribute } value }) texts[attribute.Id] = (value.Id, TextOf(value));
        }

        var rows = new List<OwnText>();
        foreach (var attribute in own)
        {
            var (name, failure) = await names.NameAsync(attribute.Id, ct);
            if (failure is not null) return ([], failure);
            var known = texts.TryGetValue(attribute.Id, out var text);
            rows.Add(new OwnText(attribute.Id, name!, known ? text.Value : null, known ? text.Text : null));
        }

        return (rows, null);
    }

    private string TextOf(StoredValue value) => (value.Texts.FirstOrDefault(text => text.Code == language) ?? (value.Texts.Count > 0 ? value.Texts[0] : null))?.Value ?? "";
}
