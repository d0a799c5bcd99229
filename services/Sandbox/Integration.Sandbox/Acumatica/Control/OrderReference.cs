namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Names a sales order.</summary>
internal record OrderReference
{
    /// <summary>Order number.</summary>
    public string OrderNbr { get; init; } = "";

    /// <summary>Order type; when left out, the first order of that number.</summary>
    public string? OrderType { get; init; }
}
