using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>One of the journals that show posted packing slips.</summary>
internal interface IPackingSlipRows
{
    /// <summary>The rows of one order.</summary>
    Task<(IReadOnlyList<JournalRow> Rows, WriteOutcome? Failure)> OfOrderAsync(string order, CancellationToken ct);

    /// <summary>The rows of all slips whose delivery date is not before a day, with the server's clock.</summary>
    Task<(IReadOnlyList<JournalRow> Rows, WriteOutcome? Failure, DateTimeOffset? SourceTime)> SinceAsync(DateTimeOffset day, int pageSize, CancellationToken ct);
}
