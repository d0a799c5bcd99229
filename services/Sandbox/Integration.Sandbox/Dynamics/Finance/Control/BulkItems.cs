namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Many items at once, <c>BULK-000001</c> and on.</summary>
internal sealed record BulkItems
{
    /// <summary>How many.</summary>
    public int Count { get; init; } = 1000;

    /// <summary>Legal entity.</summary>
    public string Company { get; init; } = "usmf";

    /// <summary>What their numbers begin with.</summary>
    public string Prefix { get; init; } = "BULK-";

    /// <summary>Warehouses that have them.</summary>
    public IReadOnlyList<string> Warehouses { get; init; } = ["MAIN"];

    /// <summary>Quantity on hand in each.</summary>
    public decimal OnHand { get; init; } = 100m;

    /// <summary>Price of each.</summary>
    public decimal Price { get; init; } = 10m;
}
