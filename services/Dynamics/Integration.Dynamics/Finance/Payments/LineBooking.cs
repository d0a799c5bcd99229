using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>Books money that came in, or went back, as one line of a customer payment journal: a credit to the customer, or a debit.</summary>
internal sealed class LineBooking(PaymentLines lines, JournalWrite write, OrderCustomers customers, JustLooked looked, KeyForm keys)
{
    /// <summary>Looks by key and compares. A line that is not posted yet counts as booked: F&amp;O posts its journals itself.</summary>
    public async Task<LookOutcome> FindAsync(PaymentPosting posting, CancellationToken ct)
    {
        var (found, failure) = await lines.WithKeyAsync([posting.Entry.Key], ct);
        if (failure is not null) return new LookOutcome.Failed(failure);
        if (found.Count == 0)
        {
            looked.NotFound(posting.Entry.Key);
            return new LookOutcome.NotFound();
        }

        var differences = lines.Differences(posting.Entry, found);
        return differences.Count == 0 ? new LookOutcome.Same(LineId.Of(found[0]).ToRef()) : new LookOutcome.Different(LineId.Of(found[0]).ToRef(), differences);
    }

    /// <summary>Adds the line if it is not there.</summary>
    public async Task<WriteOutcome> PostAsync(PaymentPosting posting, JsonObject mapped, CancellationToken ct)
    {
        if (!posting.IsFirst && !looked.Take(posting.Entry.Key))
        {
            var (found, failure) = await lines.WithKeyAsync([posting.Entry.Key], ct);
            if (failure is not null) return failure;
            if (found.Count > 0) return Outcome(posting.Entry, found, "");
        }

        if (Problems(posting.Entry, mapped) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var line = keys.Written(mapped, "PaymentId");
        if (line.Text("AccountDisplayValue").Length == 0)
        {
            var (customer, unread) = await customers.OfAsync(posting.ErpOrder.Id, ct);
            if (customer is null) return unread!;
            line["AccountDisplayValue"] = customer;
        }

        var (stored, echo, refused) = await write.AddAsync([line], posting.Settings.ClosedPeriods, ct);
        if (refused is not null) return refused;
        return stored.Count == 1 && LineId.Of(stored[0]).Journal.Length > 0 ? Outcome(posting.Entry, stored, echo) : new WriteOutcome.Unknown("F&O answered a write without the line.");
    }

    private List<Reason> Problems(PaymentEntry entry, JsonObject document)
    {
        var problems = new List<Reason>(PaymentMappings.LineModel.Problems(document));
        if (document.Text("PaymentId") != entry.Key) problems.Add(new Reason("PaymentId", $"The mapping must write the key {entry.Key} here: by it the payment is found again."));
        if (keys.Problem(entry.Key, document.Text("TransactionText")) is { } problem) problems.Add(new Reason("PaymentId", problem));
        if (document.Text("TransactionDate").Length < 10) problems.Add(new Reason("TransactionDate", "The mapping must write the entry's date here."));
        return problems;
    }

    private WriteOutcome Outcome(PaymentEntry entry, IReadOnlyList<FinanceRecord> found, string echo)
    {
        var differences = lines.Differences(entry, found);
        return differences.Count > 0 ? new WriteOutcome.Differs(LineId.Of(found[0]).ToRef(), differences) : new WriteOutcome.Done(LineId.Of(found[0]).ToRef(), echo);
    }
}
