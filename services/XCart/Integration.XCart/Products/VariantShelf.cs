namespace Integration.XCart.Products;

/// <summary>What a product has to choose from, and of which values its variants are made.</summary>
/// <param name="Attributes">Attributes of options.</param>
/// <param name="Variants">The ids of the values that make each variant.</param>
internal sealed record VariantShelf(IReadOnlyList<ShelfAttribute> Attributes, IReadOnlyList<IReadOnlyList<long>> Variants)
{
    /// <summary>True when every variant is made of these attributes and no others.</summary>
    public bool IsMadeOf(IReadOnlyList<VariantOption> options)
    {
        var names = Attributes.SelectMany(attribute => attribute.Options.Where(option => option.Value is not null).Select(option => (Value: option.Value!.Value, attribute.Name)))
            .ToLookup(pair => pair.Value, pair => pair.Name);
        var wanted = options.Select(option => option.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Variants.All(values => values.Count == wanted.Count && wanted.SetEquals(values.SelectMany(value => names[value])));
    }
}
