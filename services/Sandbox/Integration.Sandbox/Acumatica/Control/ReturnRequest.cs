namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Receives what a return order takes back.</summary>
internal sealed record ReturnRequest : OrderReference
{
    /// <summary>True: the goods go back into stock at once; false: when the credit memo is released.</summary>
    public bool Restock { get; init; } = true;

    /// <summary>True: the credit memo is prepared and released.</summary>
    public bool Credit { get; init; } = true;
}
