namespace Integration.Sandbox.Acumatica.Control;

/// <summary>A change of one order line.</summary>
internal sealed record LineEdit
{
    /// <summary>Line number; a new line when left out.</summary>
    public long? LineNbr { get; init; }

    /// <summary>Another item in its place.</summary>
    public string? InventoryId { get; init; }

    /// <summary>Ordered quantity.</summary>
    public decimal? Qty { get; init; }

    /// <summary>Unit price.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>"Back Order Allowed", "Ship Complete" or "Cancel Remainder".</summary>
    public string? ShippingRule { get; init; }

    /// <summary>True: the line is removed.</summary>
    public bool Delete { get; init; }
}
