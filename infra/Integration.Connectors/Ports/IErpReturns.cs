using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Amounts;

namespace Integration.Connectors.Ports;

/// <summary>Returns of goods and the money credited for them. Documents are what the pair's mapping made: plain JSON by the ERP's own field names.</summary>
public interface IErpReturns
{
    /// <summary>The mapping document <c>returns.toErp</c>, from a <see cref="ReturnSource"/>.</summary>
    MappingPort Mapping { get; }

    /// <summary>Reads what was sold on an order: whom it belongs to, what has left, and which invoices hold it.</summary>
    Task<ReadOutcome<ErpSale>> ReadSaleAsync(string orderId, CancellationToken ct);

    /// <summary>What the mapped document credits; the lane refuses to send one that differs from the return's total.</summary>
    Money TotalOf(JsonObject document);

    /// <summary>Looks for a return with this reference and compares it with the document.</summary>
    Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct);

    /// <summary>Enters the return and compares what the ERP stored with the document: not equal is <see cref="WriteOutcome.Differs"/>.</summary>
    Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct);

    /// <summary>The calls that <see cref="CreateAsync"/> would make, without sending anything.</summary>
    IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document);

    /// <summary>Returns changed at or after <paramref name="since"/> by the ERP's clock, whoever entered them.</summary>
    IAsyncEnumerable<ChangePage> ReturnsChangedSinceAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Credit memos and refunds changed at or after <paramref name="since"/> by the ERP's clock.</summary>
    IAsyncEnumerable<ChangePage> CreditsChangedSinceAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Reads one return.</summary>
    Task<ReadOutcome<FoundReturn>> ReadReturnAsync(string id, CancellationToken ct);

    /// <summary>Reads one credit memo or refund. Never released is <see cref="ReadOutcome{T}.NotReady"/>.</summary>
    Task<ReadOutcome<FoundCredit>> ReadCreditAsync(string id, CancellationToken ct);

    /// <summary>
    /// Lists, page by page, the credit memos and refunds that bear this calendar date in the ERP's books, for a reconciliation. Stops after a page that
    /// is the last or has a failure.
    /// </summary>
    IAsyncEnumerable<CreditPage> OfDayAsync(DateOnly day, CancellationToken ct);
}
