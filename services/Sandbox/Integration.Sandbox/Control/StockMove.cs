namespace Integration.Sandbox.Control;

/// <summary>One movement in a warehouse, in the unit that stock is kept in.</summary>
internal sealed record StockMove
{
    /// <summary>Item.</summary>
    public string InventoryId { get; init; } = "";

    /// <summary>Warehouse, or the one that a transfer leaves; MAIN when left out.</summary>
    public string WarehouseId { get; init; } = "MAIN";

    /// <summary>Warehouse that a transfer goes to.</summary>
    public string? ToWarehouseId { get; init; }

    /// <summary>Quantity; an adjustment may be negative.</summary>
    public decimal Qty { get; init; }

    /// <summary>An adjustment to this quantity on hand, in place of <see cref="Qty"/>.</summary>
    public decimal? OnHand { get; init; }
}
