namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>A change of one order line.</summary>
internal sealed record LineEdit
{
    /// <summary>Line number; a new line when left out.</summary>
    public decimal? LineNbr { get; init; }

    /// <summary>Another item: the line is removed and one with that item takes its place.</summary>
    public string? InventoryId { get; init; }

    /// <summary>Ordered quantity.</summary>
    public decimal? Qty { get; init; }

    /// <summary>Unit price.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>True: the line is removed.</summary>
    public bool Delete { get; init; }
}
