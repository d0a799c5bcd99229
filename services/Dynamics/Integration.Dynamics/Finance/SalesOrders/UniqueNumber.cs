namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>
/// Whether F&amp;O itself refuses a second order: it does where we give the number. Another number in an answer, or two orders with one reference, prove the contrary for the rest of the
/// process's life.
/// </summary>
internal sealed class UniqueNumber(bool assumed)
{
    private volatile bool _holds = assumed;

    /// <summary>True while nothing speaks against it.</summary>
    public bool Holds => _holds;

    /// <summary>It does not hold.</summary>
    public void Disprove() => _holds = false;
}
