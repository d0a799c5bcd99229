namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>A change of one order line.</summary>
internal sealed record LineEdit
{
    /// <summary>Line item number; a new line when left out.</summary>
    public long? LineNbr { get; init; }

    /// <summary>Another product in its place.</summary>
    public string? InventoryId { get; init; }

    /// <summary>Ordered quantity.</summary>
    public decimal? Qty { get; init; }

    /// <summary>Price per unit, which then overrides the price list's.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>True: the line is removed.</summary>
    public bool Delete { get; init; }
}
