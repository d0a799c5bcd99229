namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>A change of a product's quantity on hand.</summary>
internal sealed record StockMove
{
    /// <summary>Product number.</summary>
    public string InventoryId { get; init; } = "";

    /// <summary>What is added; may be negative.</summary>
    public decimal Qty { get; init; }

    /// <summary>The quantity that it becomes, in place of <see cref="Qty"/>.</summary>
    public decimal? OnHand { get; init; }
}
