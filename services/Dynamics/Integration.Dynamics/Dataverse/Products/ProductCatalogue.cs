namespace Integration.Dynamics.Dataverse.Products;

/// <summary>How the organization keeps products.</summary>
internal sealed record ProductCatalogue
{
    /// <summary>The column with the SKU.</summary>
    public string Sku { get; init; } = "productnumber";

    /// <summary>The price list whose amounts are prices for everybody; null: the product's own list price.</summary>
    public string? MainList { get; init; }

    /// <summary>Price lists that orders are written with, one for each currency.</summary>
    public IReadOnlyCollection<string> OrderLists { get; init; } = [];

    /// <summary>Unit group of new products; null: none are made.</summary>
    public string? UnitGroup { get; init; }

    /// <summary>Unit of weights, such as <c>kg</c>; null when it is not said.</summary>
    public string? WeightUnit { get; init; }

    /// <summary>False where products come from Finance &amp; Operations.</summary>
    public bool IsWritten { get; init; } = true;
}
