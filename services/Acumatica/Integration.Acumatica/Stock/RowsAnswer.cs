using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Stock;

/// <summary>Warehouse rows as read.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Failure">Why they could not be read, or null.</param>
/// <param name="SourceTime">The server's clock.</param>
/// <param name="More">True when the server has more rows after these.</param>
internal sealed record RowsAnswer(IReadOnlyList<WarehouseRow> Rows, WriteOutcome? Failure = null, DateTimeOffset? SourceTime = null, bool More = false)
{
    /// <summary>A failed one.</summary>
    public static RowsAnswer Of(WriteOutcome failure, DateTimeOffset? sourceTime) => new([], failure, sourceTime);
}
