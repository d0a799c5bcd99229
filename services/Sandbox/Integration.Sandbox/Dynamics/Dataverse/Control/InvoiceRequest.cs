namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Asks people to invoice an order.</summary>
internal sealed record InvoiceRequest : OrderReference
{
    /// <summary>True: the invoice is paid at once.</summary>
    public bool Paid { get; init; }
}
