namespace Integration.Dynamics.Finance.Products;

/// <summary>How products are read, from <c>settings.products</c> of the connection.</summary>
internal sealed record ProductSettings
{
    /// <summary>Field of <c>ReleasedProductsV2</c> with the name: one of its own, or one that an extension adds.</summary>
    public string NameField { get; init; } = "ProductSearchName";

    /// <summary>Product lifecycle states in which a product is not sold.</summary>
    public IReadOnlyList<string> InactiveStates { get; init; } = ["Obsolete"];

    /// <summary>Unit of weights, such as <c>kg</c>; null when it is not said.</summary>
    public string? WeightUnit { get; init; }
}
