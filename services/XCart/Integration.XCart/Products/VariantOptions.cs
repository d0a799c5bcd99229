using Integration.Contracts.Products;

namespace Integration.XCart.Products;

/// <summary>
/// Which attributes make the variants of a product. X-Cart removes the variants of a product that has an attribute with one value only among those that make
/// them, so that only attributes in which the variants differ, and which all of them have, can.
/// </summary>
/// <param name="Options">The attributes; none when there is a problem.</param>
/// <param name="Problem">Why there can be no variants, or null.</param>
internal sealed record VariantOptions(IReadOnlyList<VariantOption> Options, string? Problem)
{
    /// <summary>Finds them.</summary>
    public static VariantOptions Of(IReadOnlyList<ProductVariant> variants)
    {
        var options = variants.SelectMany(variant => variant.Options.Select(option => option.Code)).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => new VariantOption(name, [.. variants.Select(variant => ValueOf(variant, name) ?? "").Distinct(StringComparer.OrdinalIgnoreCase)]))
            .Where(option => option.Values.Count > 1 && !option.Values.Contains("")).ToList();
        if (options.Count == 0)
        {
            return new VariantOptions([], $"X-Cart tells variants apart by attributes with two values or more, and the ERP's items ({Skus(variants)}) differ in none that all of them have. "
                + "Give them such attributes in the ERP, or make the product in the shop.");
        }

        var same = variants.GroupBy(variant => string.Join('\n', options.Select(option => ValueOf(variant, option.Name)!.ToUpperInvariant()))).FirstOrDefault(group => group.Count() > 1);
        return same is null
            ? new VariantOptions(options, null)
            : new VariantOptions([], $"The ERP's items {Skus([.. same])} have the same {string.Join(", ", options.Select(option => option.Name))}, and X-Cart cannot tell them apart.");
    }

    /// <summary>What the variant has of an attribute, or null.</summary>
    public static string? ValueOf(ProductVariant variant, string name) =>
        variant.Options.FirstOrDefault(option => option.Code.Equals(name, StringComparison.OrdinalIgnoreCase) && option.Value.Trim().Length > 0)?.Value.Trim();

    private static string Skus(IReadOnlyList<ProductVariant> variants) => string.Join(", ", variants.Select(variant => variant.Sku));
}
