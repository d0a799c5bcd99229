namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Many products at once, <c>BULK-000001</c> and on.</summary>
internal sealed record BulkItems
{
    /// <summary>How many.</summary>
    public int Count { get; init; } = 1000;

    /// <summary>What their numbers begin with.</summary>
    public string Prefix { get; init; } = "BULK-";

    /// <summary>Quantity on hand of each.</summary>
    public decimal OnHand { get; init; } = 100m;

    /// <summary>Price of each.</summary>
    public decimal Price { get; init; } = 10m;
}
