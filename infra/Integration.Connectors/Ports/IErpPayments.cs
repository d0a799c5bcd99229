using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Contracts.Amounts;
using Integration.Contracts.Records;

namespace Integration.Connectors.Ports;

/// <summary>Books a shop's money. Documents are what the pair's mapping made: plain JSON by the ERP's own field names.</summary>
public interface IErpPayments
{
    /// <summary>The mapping document of a way of booking; null when the ERP has no such documents.</summary>
    MappingPort? MappingOf(PaymentBooking booking);

    /// <summary>What the mapped document books; null when it does not balance. The lane refuses to send one that differs from the entry.</summary>
    Money? AmountOf(PaymentBooking booking, JsonObject document);

    /// <summary>Looks for the document by the entry's key; found and final (released, if asked for) is <see cref="LookOutcome.Same"/>.</summary>
    Task<LookOutcome> FindAsync(PaymentPosting posting, JsonObject document, CancellationToken ct);

    /// <summary>
    /// Brings the books to show the entry: takes up where an earlier attempt ended, and creates only what is not there. A document with the key
    /// that shows something else is <see cref="WriteOutcome.Differs"/>; a closed period is <see cref="WriteOutcome.Rejected"/> with a reason of
    /// the field <see cref="PaymentFields.ClosedPeriod"/>.
    /// </summary>
    Task<WriteOutcome> PostAsync(PaymentPosting posting, JsonObject document, CancellationToken ct);

    /// <summary>Whether this process made the order just now, so that no money of it can be in the books. False where that is not remembered.</summary>
    bool IsNew(RecordRef erpOrder) => false;

    /// <summary>The calls that <see cref="PostAsync"/> would make first, without sending anything.</summary>
    IReadOnlyList<PlannedCall> Plan(PaymentPosting posting, JsonObject document);

    /// <summary>Lists afresh what the books show for one day of the ERP's calendar and one storefront. Stops after a page with <see cref="BookedPaymentPage.Last"/> or a failure.</summary>
    /// <param name="pair">Its storefront code begins the keys.</param>
    /// <param name="day">The documents' date.</param>
    /// <param name="ct">Cancels.</param>
    IAsyncEnumerable<BookedPaymentPage> ListByDayAsync(PairDefinition pair, DateOnly day, CancellationToken ct);
}
