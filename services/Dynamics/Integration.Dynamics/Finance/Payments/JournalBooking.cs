using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>Books money as lines of a general journal, in one change set. Their document number is the key, by which they are found again.</summary>
internal sealed class JournalBooking(FinanceClient client, JournalWrite write, JustLooked looked, KeyForm keys)
{
    /// <summary>The fields of a line that everybody needs.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        [JournalKind.Number, "LineNumber", "Document", "Text", "DebitAmount", "CreditAmount", "CurrencyCode", "TransDate", "AccountDisplayValue", "OffsetAccountDisplayValue"];

    /// <summary>The lines of a mapped entry.</summary>
    public static IReadOnlyList<JsonObject> Lines(JsonObject document) => [.. (document["lines"] as JsonArray ?? []).OfType<JsonObject>()];

    /// <summary>What the entry books; null when it does not balance. A line with an offset account balances by itself.</summary>
    public static Money? AmountOf(JsonObject document)
    {
        var lines = Lines(document).Select(line => new FinanceRecord(line)).ToList();
        return lines.Count > 0 && Booked(lines) is { } amount && amount > 0 ? new Money(amount, lines[0].Text("CurrencyCode")) : null;
    }

    /// <summary>What lines book together; null when they do not balance.</summary>
    public static decimal? Booked(IReadOnlyList<FinanceRecord> lines)
    {
        var (alone, balanced) = (lines.Where(line => line.Text("OffsetAccountDisplayValue").Length == 0).ToList(), lines.Where(line => line.Text("OffsetAccountDisplayValue").Length > 0));
        var (debit, credit) = (alone.Sum(line => line.Number("DebitAmount") ?? 0), alone.Sum(line => line.Number("CreditAmount") ?? 0));
        return debit == credit ? debit + balanced.Sum(line => (line.Number("DebitAmount") ?? 0) + (line.Number("CreditAmount") ?? 0)) : null;
    }

    /// <summary>Looks by key and compares. Lines that are not posted yet count as booked: F&amp;O posts its journals itself.</summary>
    public async Task<LookOutcome> FindAsync(PaymentPosting posting, JsonObject document, CancellationToken ct)
    {
        var (found, failure) = await WithKeyAsync(posting.Entry.Key, ct);
        if (failure is not null) return new LookOutcome.Failed(failure);
        if (found.Count == 0)
        {
            looked.NotFound(posting.Entry.Key);
            return new LookOutcome.NotFound();
        }

        var differences = Differences(posting.Entry, document, found);
        return differences.Count == 0 ? new LookOutcome.Same(LineId.Of(found[0]).ToRef()) : new LookOutcome.Different(LineId.Of(found[0]).ToRef(), differences);
    }

    /// <summary>Adds the lines if none of them is there.</summary>
    public async Task<WriteOutcome> PostAsync(PaymentPosting posting, JsonObject document, CancellationToken ct)
    {
        if (!looked.Take(posting.Entry.Key))
        {
            var (found, failure) = await WithKeyAsync(posting.Entry.Key, ct);
            if (failure is not null) return failure;
            if (found.Count > 0) return Outcome(posting.Entry, document, found, "");
        }

        if (Problems(posting.Entry, document) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var lines = Lines(document);
        var (stored, echo, refused) = await write.AddAsync([.. lines.Select(line => keys.Written(line, "Document"))], posting.Settings.ClosedPeriods, ct);
        if (refused is not null) return refused;
        return stored.Count == lines.Count && LineId.Of(stored[0]).Journal.Length > 0
            ? Outcome(posting.Entry, document, stored, echo)
            : new WriteOutcome.Unknown("F&O answered a write without its lines.");
    }

    private async Task<(IReadOnlyList<FinanceRecord> Found, WriteOutcome? Failure)> WithKeyAsync(string key, CancellationToken ct)
    {
        var page = await client.AllAsync(JournalKind.General.Lines, new EntityQuery { Filter = Filter.Equal("Document", keys.Of(key)), Select = Fields }, ct);
        return ([.. page.Records.Where(line => OrderComparison.Same(line.Text("Document"), keys.Of(key)))], page.Failure);
    }

    private List<Reason> Problems(PaymentEntry entry, JsonObject document)
    {
        var problems = new List<Reason>();
        foreach (var line in Lines(document))
        {
            problems.AddRange(JournalSchema.Lines.Problems(line, "lines."));
            if (line.Text("Document") != entry.Key) problems.Add(new Reason("lines.Document", $"The mapping must write the key {entry.Key} here: by it the entry is found again."));
            if (keys.Problem(entry.Key, line.Text("Text")) is { } problem) problems.Add(new Reason("lines.Document", problem));
            if (line.Text("TransDate").Length < 10) problems.Add(new Reason("lines.TransDate", "The mapping must write the entry's date here."));
        }

        return problems.Count == 0 && Lines(document).Count == 0 ? [new Reason("lines", "The mapping made no line.")] : problems;
    }

    private WriteOutcome Outcome(PaymentEntry entry, JsonObject document, IReadOnlyList<FinanceRecord> found, string echo)
    {
        var differences = Differences(entry, document, found);
        return differences.Count > 0 ? new WriteOutcome.Differs(LineId.Of(found[0]).ToRef(), differences) : new WriteOutcome.Done(LineId.Of(found[0]).ToRef(), echo);
    }

    private List<Reason> Differences(PaymentEntry entry, JsonObject document, IReadOnlyList<FinanceRecord> found)
    {
        var wanted = Lines(document);
        var differences = new List<Reason>();
        if (found.Count != wanted.Count) differences.Add(new Reason("lines", $"F&O has {found.Count} journal lines with {entry.Key}, {wanted.Count} are wanted: {string.Join(", ", found.Select(LineId.Of))}."));
        foreach (var cut in found.Where(line => !OrderComparison.Same(line.Text("Document"), keys.Of(entry.Key))).Take(1))
            differences.Add(new Reason("lines.Document", $"F&O keeps {(cut.Text("Document") is { Length: > 0 } kept ? kept : "nothing")} of {keys.Of(entry.Key)}: lower the setting payments.longestKey, and put the key right on the lines."));
        foreach (var field in (string[])["DebitAmount", "CreditAmount"])
        {
            var (has, should) = (found.Sum(line => line.Number(field) ?? 0), wanted.Sum(line => line.Number(field) ?? 0));
            if (has != should) differences.Add(new Reason($"lines.{field}", $"Wanted {new Money(should, entry.Currency)}, F&O has {new Money(has, entry.Currency)}."));
        }

        return differences;
    }
}
