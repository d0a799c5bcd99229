namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Names a sales order.</summary>
internal record OrderReference
{
    /// <summary>Order number.</summary>
    public string OrderNbr { get; init; } = "";

    /// <summary>Legal entity.</summary>
    public string Company { get; init; } = "usmf";
}
