namespace Integration.Sandbox.Shop.Admin;

/// <summary>What staff change on a product, or on a variant; what is null stays as it is.</summary>
internal sealed record ProductEdit
{
    public string? Sku { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public decimal? Price { get; init; }

    public decimal? Weight { get; init; }

    public bool? Enabled { get; init; }
}
