namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Names a sales order.</summary>
internal record OrderReference
{
    /// <summary>Its order number, its external id or its id.</summary>
    public string OrderNbr { get; init; } = "";
}
