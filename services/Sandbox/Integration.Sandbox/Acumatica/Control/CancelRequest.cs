namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Asks people to cancel an order.</summary>
internal sealed record CancelRequest : OrderReference
{
    /// <summary>True: they take applied payments off it first; with payments on it the form refuses.</summary>
    public bool FreePayments { get; init; }
}
