using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Amounts;
using Integration.Mapping.Documents;

namespace Integration.Connectors.Ports;

/// <summary>Writes sales orders. Documents are what the pair's mapping made: plain JSON by the ERP's own field names.</summary>
public interface ISalesOrders
{
    /// <summary>The fields that a mapping document may target.</summary>
    IDocumentSchema Schema { get; }

    /// <summary>The built-in mapping document from the canonical order, as JSON text.</summary>
    string DefaultMapping { get; }

    /// <summary>What the mapped document adds up to in the ERP; the lane refuses to send one that differs from the order's total.</summary>
    Money TotalOf(JsonObject document);

    /// <summary>Looks for an order with this reference and compares it with the document.</summary>
    Task<LookOutcome> FindAsync(string reference, JsonObject document, CancellationToken ct);

    /// <summary>Creates the order and compares what the ERP stored (lines, quantities, totals) with the document: not equal is <see cref="WriteOutcome.Differs"/>. The echo is <see cref="ErpOrderContent"/>.</summary>
    Task<WriteOutcome> CreateAsync(string reference, JsonObject document, CancellationToken ct);

    /// <summary>
    /// Creates an order that may have been there before and was lost: payments that the ERP still has from then are applied to it, never made a second time.
    /// </summary>
    Task<WriteOutcome> CreateAgainAsync(string reference, JsonObject document, CancellationToken ct) => CreateAsync(reference, document, ct);

    /// <summary>
    /// Compares an order with the document in everything that <see cref="UpdateAsync"/> changes: also addresses, ship-via, freight and applied payments. Not
    /// there is <see cref="LookOutcome.NotFound"/>. What it says holds no personal data.
    /// </summary>
    Task<LookOutcome> CompareAsync(string orderId, string reference, JsonObject document, CancellationToken ct);

    /// <summary>Opens a cancelled order again; <see cref="WriteOutcome.AlreadyDone"/> when it is not cancelled.</summary>
    Task<WriteOutcome> ReopenAsync(string orderId, CancellationToken ct);

    /// <summary>
    /// Brings the ERP's existing order to the document: an edit in the shop, or an operator's retry after <see cref="WriteOutcome.Differs"/>. An order that can no
    /// longer be changed is <see cref="WriteOutcome.Rejected"/>. The echo is <see cref="ErpOrderContent"/>.
    /// </summary>
    Task<WriteOutcome> UpdateAsync(string orderId, string reference, JsonObject document, CancellationToken ct);

    /// <summary>Cancels the order; <see cref="WriteOutcome.AlreadyDone"/> when it is cancelled, <see cref="WriteOutcome.Rejected"/> when the ERP will not.</summary>
    Task<WriteOutcome> CancelAsync(string orderId, CancellationToken ct);

    /// <summary>Finds an order by reference only: its id and number, or not found.</summary>
    Task<LookOutcome> FindByReferenceAsync(string reference, CancellationToken ct);

    /// <summary>The calls that <see cref="CreateAsync"/> would make, for observe mode: method, target and body, without sending anything.</summary>
    IReadOnlyList<PlannedCall> Plan(string reference, JsonObject document);
}
