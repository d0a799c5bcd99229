using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;

namespace Integration.XCart.Products;

/// <summary>
/// Makes the variants that a product lacks. All values of all attributes are there before the first variant: the shop removes every variant of a product whose
/// attribute has one value only. What was made by an attempt that broke off is found and used.
/// </summary>
internal static class NewVariants
{
    private const int LongestSku = 32;
    private const int Step = 10;

    /// <summary>Makes those that are for sale and missing.</summary>
    /// <returns>Why it did not come to the end, or null.</returns>
    public static async Task<WriteOutcome?> AddAsync(IVariantStore store, IReadOnlyList<ProductVariant> wanted, IReadOnlyList<ProductVariant> shown, CancellationToken ct)
    {
        var there = shown.Select(variant => variant.Sku).Where(sku => sku.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = wanted.Where(variant => variant.Enabled != false && variant.Sku.Length > 0 && !there.Contains(variant.Sku)).ToList();
        if (missing.Count == 0) return null;
        var skus = string.Join(", ", missing.Select(variant => variant.Sku));
        if (missing.Find(variant => variant.Sku.Length > LongestSku) is { } odd) return ShopWrites.Refused("variants", $"The SKU {odd.Sku} is longer than the {LongestSku} characters that X-Cart keeps.");
        var (options, problem) = VariantOptions.Of([.. wanted.Where(variant => variant.Enabled != false || there.Contains(variant.Sku))]);
        if (problem is not null) return ShopWrites.Refused("variants", problem);
        var (shelf, failure) = await store.ReadAsync(ct);
        if (shelf is null) return failure;
        if (shown.Count > 0 && !(shelf.Variants.Count == shown.Count && shelf.IsMadeOf(options)))
        {
            return ShopWrites.Refused("variants", $"The shop's variants of this product are not made of {string.Join(" and ", options.Select(option => option.Name))}, as the ERP's items are, and X-Cart would "
                + $"remove them if others were added. Make {skus} in the shop with these SKUs; prices and weights follow then.");
        }

        var values = new Dictionary<(string Option, string Value), long>();
        var attributes = new List<long>();
        foreach (var (at, option) in options.Index())
        {
            (var attribute, failure) = await FillAsync(store, shelf, option, at, values, ct);
            if (failure is not null) return failure;
            attributes.Add(attribute);
        }

        failure = await store.MakeOfAsync(attributes, ct);
        foreach (var variant in missing)
        {
            failure ??= await store.AddAsync(variant, [.. options.Select(option => values[Key(option.Name, VariantOptions.ValueOf(variant, option.Name)!)])], ct);
        }

        return failure;
    }

    private static async Task<(long Attribute, WriteOutcome? Failure)> FillAsync(
        IVariantStore store, VariantShelf shelf, VariantOption option, int at, Dictionary<(string Option, string Value), long> values, CancellationToken ct)
    {
        var known = shelf.Attributes.FirstOrDefault(attribute => attribute.Name.Equals(option.Name, StringComparison.OrdinalIgnoreCase));
        var (attribute, failure) = known is not null ? (known.Id, null) : await store.AddAttributeAsync(option.Name, (at + 1) * Step, ct);
        foreach (var (place, name) in option.Values.Index())
        {
            if (failure is not null) return (attribute, failure);
            var there = known?.Options.FirstOrDefault(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            (var id, failure) = there is not null ? (there.Id, null) : await store.AddOptionAsync(attribute, name, (place + 1) * Step, ct);
            if (failure is not null) return (attribute, failure);
            (var value, failure) = there?.Value is { } old ? (old, null) : await store.AddValueAsync(attribute, id, (place + 1) * Step, ct);
            values[Key(option.Name, name)] = value;
        }

        return (attribute, failure);
    }

    private static (string Option, string Value) Key(string option, string value) => (option.ToUpperInvariant(), value.ToUpperInvariant());
}
