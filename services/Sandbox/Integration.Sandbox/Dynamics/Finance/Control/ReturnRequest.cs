namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Receives what the lines with negative quantities of an order bring back.</summary>
internal sealed record ReturnRequest : OrderReference
{
    /// <summary>True: the goods go back into stock; false: they are scrapped.</summary>
    public bool Restock { get; init; } = true;

    /// <summary>True: the credit note is posted.</summary>
    public bool Credit { get; init; } = true;
}
