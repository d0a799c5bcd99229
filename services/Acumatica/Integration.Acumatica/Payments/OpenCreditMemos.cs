using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Returns;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Payments;

/// <summary>Released credit memos of one order that still owe something: what a refund can be applied to when an invoice has used the payment up.</summary>
internal sealed class OpenCreditMemos(EntityClient client, CreditReading credits)
{
    private const string Fields = "Type,ReferenceNbr,Status,Balance,Currency,CustomerID";

    // A customer with more open credit memos than this is an accountant's case.
    private const int Most = 50;

    /// <summary>Rows for <c>DocumentsToApply</c> that together come to the amount, or to as much of it as there is.</summary>
    public async Task<(IReadOnlyList<JsonObject> Rows, decimal Left, WriteOutcome? Failure)> ForAsync(
        Session session, PaymentPosting posting, string customer, decimal amount, CancellationToken ct)
    {
        var (rows, left) = (new List<JsonObject>(), amount);
        var query = new EntityQuery
        {
            Filter = Filter.All(Filter.Equal("Type", CreditId.Memo), Filter.Equal("Status", "Open"), Filter.Equal("CustomerID", customer)), Select = Fields, Top = Most,
        };
        var listed = await client.ListAsync(session, "SalesInvoice", query, ct);
        if (listed.Failure is { } failure) return (rows, left, failure);
        foreach (var memo in listed.Records.OrderBy(memo => memo.Text("ReferenceNbr"), StringComparer.Ordinal))
        {
            var number = memo.Text("ReferenceNbr");
            if (left <= 0 || memo.Number("Balance") is not > 0 || memo.Text("Currency") != posting.Entry.Currency) continue;
            var read = await credits.ReadAsync(session, new CreditId(CreditId.Memo, number).ToString(), ct);
            if (read is ReadOutcome<FoundCredit>.Failed failed) return (rows, left, failed.Outcome);
            // One that credits several orders, or goods that are exchanged, is not for us to settle.
            if (read is not ReadOutcome<FoundCredit>.Found { Value: { Credit.Exchange: false, Orders: [var only] } } || only != posting.ErpOrder.Id) continue;
            var taken = Math.Min(left, memo.Number("Balance") ?? 0);
            rows.Add(new JsonObject { ["DocType"] = CreditId.Memo, ["ReferenceNbr"] = number, ["AmountPaid"] = taken });
            left -= taken;
        }

        return (rows, left, null);
    }
}
