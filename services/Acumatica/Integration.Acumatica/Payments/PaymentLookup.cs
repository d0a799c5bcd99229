using System.Globalization;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;

namespace Integration.Acumatica.Payments;

/// <summary>Finds payment documents by the entry's key, which is their external reference: those made by the lane and those that came with an order.</summary>
internal sealed class PaymentLookup(EntityClient client)
{
    private const string Fields = "Type,ReferenceNbr,Status,ExternalRef,PaymentAmount,CurrencyID,CustomerID,AvailableBalance,AppliedToOrders";

    private static readonly string[] Incoming = ["Payment", "Prepayment"];

    /// <summary>The id of a payment record.</summary>
    public static PaymentId Id(EntityRecord payment) => new(payment.Text("Type"), payment.Text("ReferenceNbr"));

    /// <summary>True while a document can be released.</summary>
    public static bool IsUnreleased(EntityRecord payment) => payment.Text("Status") is "Balanced" or "On Hold" or "Pending Processing" or "Reserved";

    /// <summary>Every document of that kind with the key; voiding documents are none.</summary>
    public async Task<(IReadOnlyList<EntityRecord> Found, WriteOutcome? Failure)> WithKeyAsync(Session session, string key, bool incoming, CancellationToken ct)
    {
        var answer = await client.ListAsync(session, "Payment", new EntityQuery { Filter = Filter.Equal("ExternalRef", key), Select = Fields, Top = 10 }, ct);
        return answer.Failure is { } failure
            ? ([], failure)
            : ([.. answer.Records.Where(record => incoming ? Incoming.Contains(record.Text("Type")) : record.Text("Type") == "Refund")], null);
    }

    /// <summary>Looks for the entry's document and compares it.</summary>
    public async Task<LookOutcome> FindAsync(Session session, PaymentPosting posting, CancellationToken ct)
    {
        var (found, failure) = await WithKeyAsync(session, posting.Entry.Key, posting.Entry.Kind == PaymentEntryKind.Capture, ct);
        if (failure is not null) return new LookOutcome.Failed(failure);
        if (found.Count == 0) return new LookOutcome.NotFound();
        var differences = Differences(posting, found);
        if (differences.Count == 0 && posting.Settings.Release && IsUnreleased(found[0])) differences = [new Reason("Status", $"The document is {found[0].Text("Status")}, not yet released.")];
        return differences.Count == 0 ? new LookOutcome.Same(Id(found[0]).ToRef()) : new LookOutcome.Different(Id(found[0]).ToRef(), differences);
    }

    /// <summary>What of the documents found is not what the entry says.</summary>
    public static IReadOnlyList<Reason> Differences(PaymentPosting posting, IReadOnlyList<EntityRecord> found)
    {
        if (found.Count > 1) return [new Reason("ExternalRef", $"Several documents carry {posting.Entry.Key}: {string.Join(", ", found.Select(Id))}. Keep one, void the others and clear the field on them.")];
        var (entry, document) = (posting.Entry, found[0]);
        var differences = new List<Reason>();
        if (document.Number("PaymentAmount") != entry.Amount)
            differences.Add(new Reason("PaymentAmount", string.Create(CultureInfo.InvariantCulture, $"The shop shows {entry.Amount}, the ERP has {document.Number("PaymentAmount") ?? 0}.")));
        if (document.Text("CurrencyID") is { Length: > 0 } currency && currency != entry.Currency)
            differences.Add(new Reason("CurrencyID", $"The shop shows {entry.Currency}, the ERP has {currency}."));
        if (document.Text("Status") == "Voided") differences.Add(new Reason("Status", "The document was voided in the ERP."));
        return differences;
    }
}
