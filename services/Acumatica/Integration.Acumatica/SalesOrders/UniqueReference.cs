namespace Integration.Acumatica.SalesOrders;

/// <summary>
/// Whether the order type forbids duplicate customer order numbers. The API does not show it, so the operator says so; finding the
/// same reference twice proves the contrary for the rest of the process's life.
/// </summary>
internal sealed class UniqueReference(bool assumed)
{
    private volatile bool _holds = assumed;

    /// <summary>True while nothing speaks against it.</summary>
    public bool Holds => _holds;

    /// <summary>Two orders with one reference were found.</summary>
    public void Disprove() => _holds = false;
}
