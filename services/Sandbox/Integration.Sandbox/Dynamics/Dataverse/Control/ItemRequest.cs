namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>What people change on a product; what is null stays as it is. A product number that is not there makes a product.</summary>
internal sealed record ItemRequest
{
    /// <summary>Product number.</summary>
    public string InventoryId { get; init; } = "";

    /// <summary>Name.</summary>
    public string? Description { get; init; }

    /// <summary>Longer text.</summary>
    public string? Content { get; init; }

    /// <summary>List price, and price on the web's price list.</summary>
    public decimal? Price { get; init; }

    /// <summary>Weight.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Active, Retired, Draft or Under Revision.</summary>
    public string? Status { get; init; }

    /// <summary>Prices on other lists.</summary>
    public IReadOnlyList<ItemPrice> Prices { get; init; } = [];
}
