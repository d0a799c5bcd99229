using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api55.Products.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Products;

namespace Integration.XCart.Api55.Products;

/// <summary>The text attributes that only one product has. Those of the whole shop and of classes are its staff's.</summary>
internal sealed class OwnTexts(PlatformApi shop)
{
    /// <summary>What the product has.</summary>
    public async Task<(IReadOnlyList<ProductAttribute> Attributes, WriteOutcome? Failure)> OfAsync(string product, CancellationToken ct)
    {
        var (rows, failure) = await RowsAsync(product, ct);
        return (OwnText.Attributes(rows), failure);
    }

    /// <summary>Makes the named ones the wanted ones; others stay.</summary>
    /// <returns>Why it did not come to the end, or null.</returns>
    public async Task<WriteOutcome?> SetAsync(string product, IReadOnlyList<ProductAttribute> wanted, CancellationToken ct)
    {
        var (rows, failure) = await RowsAsync(product, ct);
        foreach (var (name, text, known) in OwnText.Different(wanted, rows))
        {
            if (failure is not null) return failure;
            var attribute = known?.Id ?? 0;
            if (known is null)
            {
                var made = await shop.PostAsync<NamedView>($"{product}/attributes_text", new JsonObject { ["name"] = name }, ct);
                if (made is not ShopAnswer<NamedView>.Given given) return ShopWrites.Failure(made);
                attribute = given.Value.Id;
            }

            var (target, body) = ($"{product}/attributes_text/{attribute}/values", new JsonObject { ["value"] = text });
            failure = ShopWrites.Failure(known?.Text is null ? await shop.PostAsync<TextValueView>(target, body, ct) : await shop.PutAsync<TextValueView>(target, body, ct));
        }

        return failure;
    }

    private async Task<(IReadOnlyList<OwnText> Rows, WriteOutcome? Failure)> RowsAsync(string product, CancellationToken ct)
    {
        var answer = await shop.AllAsync<NamedView>($"{product}/attributes_text", ct);
        if (answer is ShopAnswer<IReadOnlyList<NamedView>>.Failed failed) return ([], failed.Outcome);
        var rows = new List<OwnText>();
        foreach (var attribute in answer is ShopAnswer<IReadOnlyList<NamedView>>.Given given ? given.Value : [])
        {
            var value = await shop.ReadAsync<TextValueView>($"{product}/attributes_text/{attribute.Id}/values", ct);
            if (value is ShopAnswer<TextValueView>.Failed unread) return ([], unread.Outcome);
            rows.Add(new OwnText(attribute.Id, attribute.Name ?? "", null, value is ShopAnswer<TextValueView>.Given text ? text.Value.Value ?? "" : null));
        }

        return (rows, null);
    }
}
