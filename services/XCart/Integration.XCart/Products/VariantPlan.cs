using Integration.Contracts.Products;

namespace Integration.XCart.Products;

/// <summary>Which variants get another price or weight.</summary>
/// <param name="Change">The shop's id of the variant, and what it is to have.</param>
/// <param name="Missing">SKUs that no variant of the product has.</param>
internal sealed record VariantPlan(IReadOnlyList<(string Id, ProductVariant Wanted)> Change, IReadOnlyList<string> Missing)
{
    /// <summary>Compares by SKU. A variant without own price has the product's.</summary>
    public static VariantPlan Of(IReadOnlyList<ProductVariant> wanted, IReadOnlyList<ProductVariant> shown, decimal? productPrice)
    {
        var known = shown.Where(variant => variant.Sku.Length > 0).GroupBy(variant => variant.Sku, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        var change = new List<(string, ProductVariant)>();
        foreach (var variant in wanted)
        {
            if (known.GetValueOrDefault(variant.Sku) is not { } there) continue;
            var priced = variant.Price is { } price && price != (there.Price ?? productPrice);
            var weighed = variant.Weight is { } weight && weight != there.Weight;
            if (priced || weighed) change.Add((there.Id, variant with { Price = priced ? variant.Price : null, Weight = weighed ? variant.Weight : null }));
        }

        return new VariantPlan(change, [.. wanted.Select(variant => variant.Sku).Where(sku => !known.ContainsKey(sku))]);
    }
}
