using Integration.Contracts.Products;

namespace Integration.XCart.Products;

/// <summary>A text attribute that only one product has.</summary>
/// <param name="Id">The shop's id of the attribute.</param>
/// <param name="Name">Its name.</param>
/// <param name="ValueId">The shop's id of the value, where values have one.</param>
/// <param name="Text">The value; null when the product has none.</param>
internal sealed record OwnText(long Id, string Name, long? ValueId, string? Text)
{
    // Names are the same whatever their case.
    private bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>As canonical attributes.</summary>
    public static IReadOnlyList<ProductAttribute> Attributes(IReadOnlyList<OwnText> rows) =>
        [.. rows.Where(row => row.Text is { Length: > 0 }).Select(row => new ProductAttribute(row.Name, row.Text!)).OrderBy(attribute => attribute.Code, StringComparer.Ordinal)];

    /// <summary>The wanted ones that are not so yet, each with the row it has already.</summary>
    public static IEnumerable<(string Name, string Text, OwnText? Known)> Different(IReadOnlyList<ProductAttribute> wanted, IReadOnlyList<OwnText> rows) => wanted
        .Where(attribute => attribute.Code.Length > 0 && attribute.Value.Length > 0).DistinctBy(attribute => attribute.Code, StringComparer.OrdinalIgnoreCase)
        .Select(attribute => (Name: attribute.Code, Text: attribute.Value, Known: rows.FirstOrDefault(row => row.IsNamed(attribute.Code)))).Where(attribute => attribute.Known?.Text != attribute.Text);
}
