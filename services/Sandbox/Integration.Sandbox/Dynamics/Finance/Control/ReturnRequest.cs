using Integration.Sandbox.Control;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Receives what a return order, or the lines with negative quantities of a sales order, brings back.</summary>
internal sealed record ReturnRequest : OrderReference
{
    /// <summary>Of a return order: what has arrived; without any, everything that is expected.</summary>
    public IReadOnlyList<ParcelLine> Lines { get; init; } = [];

    /// <summary>True: the goods go back into stock; false: they are scrapped.</summary>
    public bool Restock { get; init; } = true;

    /// <summary>True: the credit note is posted.</summary>
    public bool Credit { get; init; } = true;
}
