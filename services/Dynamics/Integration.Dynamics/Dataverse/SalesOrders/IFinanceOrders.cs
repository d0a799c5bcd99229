using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>F&amp;O's side of an order that dual-write took over.</summary>
internal interface IFinanceOrders
{
    /// <summary>Why an order may not be changed any more; null when it may.</summary>
    Task<WriteOutcome?> RefusalAsync(string number, CancellationToken ct);

    /// <summary>Cancels it.</summary>
    Task<WriteOutcome> CancelAsync(string number, CancellationToken ct);

    /// <summary>Opens a cancelled one again.</summary>
    Task<WriteOutcome> ReopenAsync(string number, CancellationToken ct);
}
