using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Returns;

namespace Integration.Acumatica.Returns;

/// <summary>Turns credit memos and refunds into canonical terms, with the orders that they belong to.</summary>
internal sealed class CreditReading(EntityClient client, AcumaticaSettings settings, ReturnOrigins origins)
{
    private static readonly string[] Unreleased = ["On Hold", "Balanced", "Pending Approval", "Pending Processing", "Pending Print", "Pending Email", "Rejected", "Credit Hold", ""];

    /// <summary>Reads one document.</summary>
    public async Task<ReadOutcome<FoundCredit>> ReadAsync(Session session, string creditId, CancellationToken ct)
    {
        if (CreditId.Parse(creditId) is not { } id) return new ReadOutcome<FoundCredit>.Unreadable([new Reason("", $"{creditId} is not of the form Credit Memo/CRM000123.")]);
        var (entity, parts) = id.IsRefund ? ("Payment", "DocumentsToApply,ApplicationHistory") : ("SalesInvoice", "Details");
        var read = await client.ReadAsync(session, entity, [id.Type, id.Number], new EntityQuery { Expand = parts }, ct);
        if (read.Missing) return new ReadOutcome<FoundCredit>.NotFound();
        if (read.Failure is { } failure) return SaleReading.Failed<FoundCredit>(failure);
        var status = read.Record.Text("Status");
        if (Unreleased.Contains(status)) return new ReadOutcome<FoundCredit>.NotReady($"The document is {status}.", Ignore: true);
        if (Listed(id, read.Record) is not { } credit || read.Record.Moment("LastModifiedDateTime") is not { } changed)
            return new ReadOutcome<FoundCredit>.Unreadable([new Reason("Date", "The document came without date or change stamp: check the user's rights to the form.")]);

        var trail = id.IsRefund ? await OfRefundAsync(session, read.Record, ct) : await OfMemoAsync(session, read.Record, ct);
        return trail.Failure is { } unread ? SaleReading.Failed<FoundCredit>(unread) : new ReadOutcome<FoundCredit>.Found(new FoundCredit(
            credit with { Exchange = trail.Exchange, Returns = trail.Returns }, [.. trail.Orders.Distinct(StringComparer.Ordinal)], [.. trail.References.Distinct(StringComparer.Ordinal)], changed));
    }

    /// <summary>What the document itself says; null without a date.</summary>
    public static ErpCredit? Listed(CreditId id, EntityRecord record) => record.Date(id.IsRefund ? "ApplicationDate" : "Date") is not { } date ? null : new ErpCredit
    {
        Id = id.ToString(),
        Number = id.Number,
        Kind = id.IsRefund ? ErpCreditKind.Refund : ErpCreditKind.CreditMemo,
        Amount = record.Number(id.IsRefund ? "PaymentAmount" : "Amount") ?? 0,
        Currency = record.Text(id.IsRefund ? "CurrencyID" : "Currency"),
        Date = date,
        Stands = record.Text("Status") is "Open" or "Closed" or "Reserved",
    };

    private async Task<CreditTrail> OfMemoAsync(Session session, EntityRecord memo, CancellationToken ct)
    {
        var trail = new CreditTrail();
        if (memo.Text("ExternalRef") is { Length: > 0 } own) trail.References.Add(own);
        foreach (var id in memo.Rows("Details").Select(line => OrderLookup.Id(line)).Where(id => id.Number.Length > 0).Distinct())
        {
            if (settings.OrderTypes.Contains(id.Type))
            {
                trail.Orders.Add(id.ToString());
                continue;
            }

            var read = await client.ReadAsync(session, "SalesOrder", [id.Type, id.Number], new EntityQuery { Expand = "Details" }, ct);
            if (read.Missing) continue;
            if (read.Failure is { } failure) return trail with { Failure = failure };
            var (orders, unread) = await origins.OfAsync(session, read.Record, ct);
            if (unread is not null) return trail with { Failure = unread };
            trail.Orders.AddRange(orders);
            trail.Returns.Add(id.Number);
            if (read.Record.Text("ExternalRef") is { Length: > 0 } reference) trail.References.Add(reference);
            if (read.Record.Rows("Details").Any(line => line.Text("Operation") == "Issue")) trail = trail with { Exchange = true };
        }

        return trail;
    }

    // What is applied moves to the history when the refund is released.
    private async Task<CreditTrail> OfRefundAsync(Session session, EntityRecord refund, CancellationToken ct)
    {
        var trail = new CreditTrail();
        if (refund.Text("ExternalRef") is { Length: > 0 } own) trail.References.Add(own);
        var memos = refund.Rows("DocumentsToApply").Select(row => (Type: row.Text("DocType"), Number: row.Text("ReferenceNbr")))
            .Concat(refund.Rows("ApplicationHistory").Select(row => (Type: row.Text("AdjustedDocType"), Number: row.Text("AdjustedRefNbr"))))
            .Where(row => row.Type == CreditId.Memo).Distinct();
        foreach (var (type, number) in memos)
        {
            var read = await client.ReadAsync(session, "SalesInvoice", [type, number], new EntityQuery { Expand = "Details" }, ct);
            if (read.Missing) continue;
            if (read.Failure is { } failure) return trail with { Failure = failure };
            var of = await OfMemoAsync(session, read.Record, ct);
            if (of.Failure is not null) return of;
            trail.Orders.AddRange(of.Orders);
            trail.References.AddRange(of.References);
            trail.Returns.AddRange(of.Returns);
        }

        return trail;
    }
}
