using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Payments;

/// <summary>Books money as a balanced journal transaction of module GL. Its description begins with the key, by which it is found again.</summary>
internal sealed class JournalBooking(EntityClient client, TimeProvider clock)
{
    private const string Module = "GL";

    /// <summary>What the entry books; null when it does not balance.</summary>
    public static Money? AmountOf(JsonObject document)
    {
        var (debit, credit) = (Sum(document, "DebitAmount"), Sum(document, "CreditAmount"));
        return debit == credit && debit > 0 ? new Money(debit, OrderAmounts.Text(document, "CurrencyID")) : null;
    }

    /// <summary>Looks by key and compares.</summary>
    public async Task<LookOutcome> FindAsync(Session session, PaymentPosting posting, JsonObject document, CancellationToken ct)
    {
        var (found, failure) = await WithKeyAsync(session, posting.Entry.Key, ct);
        if (failure is not null) return new LookOutcome.Failed(failure);
        if (found.Count == 0) return new LookOutcome.NotFound();
        var differences = Differences(posting, document, found);
        if (differences.Count == 0 && posting.Settings.Release && found[0].Text("Status") is "Balanced" or "On Hold") differences = [new Reason("Status", $"The entry is {found[0].Text("Status")}, not yet released.")];
        return differences.Count == 0 ? new LookOutcome.Same(Id(found[0]).ToRef()) : new LookOutcome.Different(Id(found[0]).ToRef(), differences);
    }

    /// <summary>Creates what is not there, releases what is.</summary>
    public async Task<WriteOutcome> PostAsync(Session session, PaymentPosting posting, JsonObject document, CancellationToken ct)
    {
        var (found, failure) = await WithKeyAsync(session, posting.Entry.Key, ct);
        if (failure is not null) return failure;
        if (found.Count > 0)
        {
            var differences = Differences(posting, document, found);
            return differences.Count > 0 ? new WriteOutcome.Differs(Id(found[0]).ToRef(), differences) : await ReleasedAsync(session, posting, found[0], "", ct);
        }

        var problems = new List<Reason>(PaymentMappings.JournalModel.Problems(document));
        if (!OrderAmounts.Text(document, "Description").StartsWith(Prefix(posting.Entry.Key), StringComparison.Ordinal))
            problems.Add(new Reason("Description", $"The mapping must begin it with the key {posting.Entry.Key} and a space: by it the entry is found again."));
        if (problems.Count > 0) return new WriteOutcome.Rejected(problems);
        var (answer, echo) = await PaymentWrite.PutAsync(client, session, "JournalTransaction", "TransactionDate", document, new EntityQuery { Expand = "Details" }, posting.Settings, clock, ct);
        if (answer.Failure is { } refused) return refused;
        if (Id(answer.Record).Number.Length == 0) return new WriteOutcome.Unknown("The ERP answered a write without a batch number.");
        var stored = Differences(posting, document, [answer.Record]);
        return stored.Count > 0 ? new WriteOutcome.Differs(Id(answer.Record).ToRef(), stored) : await ReleasedAsync(session, posting, answer.Record, echo, ct);
    }

    private async Task<WriteOutcome> ReleasedAsync(Session session, PaymentPosting posting, EntityRecord entry, string echo, CancellationToken ct)
    {
        var id = Id(entry);
        if (!posting.Settings.Release || entry.Text("Status") is not ("Balanced" or "On Hold")) return new WriteOutcome.Done(id.ToRef(), echo);
        var answer = await client.ActAsync(session, "JournalTransaction", "ReleaseJournalTransaction", Wire.Wrap(new JsonObject { ["Module"] = id.Type, ["BatchNbr"] = id.Number }), ct);
        return PaymentWrite.Judged(answer, "").Failure ?? new WriteOutcome.Done(id.ToRef(), echo);
    }

    private async Task<(IReadOnlyList<EntityRecord> Found, WriteOutcome? Failure)> WithKeyAsync(Session session, string key, CancellationToken ct)
    {
        var answer = await client.ListAsync(session, "JournalTransaction", new EntityQuery
        {
            Filter = Filter.All(Filter.Equal("Module", Module), Filter.StartsWith("Description", Prefix(key))), Select = "Module,BatchNbr,Status,Description,CurrencyID", Top = 10,
        }, ct);
        if (answer.Failure is { } failure) return ([], failure);
        var entries = new List<EntityRecord>();
        // The amounts stand in the lines, which a list does not give.
        foreach (var row in answer.Records)
        {
            var read = await client.ReadAsync(session, "JournalTransaction", [Module, row.Text("BatchNbr")], new EntityQuery { Expand = "Details" }, ct);
            if (read.Failure is { } unread && !read.Missing) return ([], unread);
            if (!read.Missing) entries.Add(read.Record);
        }

        return (entries, null);
    }

    private static List<Reason> Differences(PaymentPosting posting, JsonObject wanted, IReadOnlyList<EntityRecord> found)
    {
        if (found.Count > 1) return [new Reason("Description", $"Several entries begin with {posting.Entry.Key}: {string.Join(", ", found.Select(Id))}. Reverse all but one and change their descriptions.")];
        var differences = new List<Reason>();
        foreach (var field in (string[])["DebitAmount", "CreditAmount"])
        {
            var stored = found[0].Rows("Details").Sum(line => line.Number(field) ?? 0);
            if (stored != Sum(wanted, field)) differences.Add(new Reason($"Details.{field}", $"Wanted {new Money(Sum(wanted, field), posting.Entry.Currency)}, the ERP has {new Money(stored, posting.Entry.Currency)}."));
        }

        return differences;
    }

    private static decimal Sum(JsonObject document, string field) => OrderAmounts.Rows(document, "Details").Sum(line => OrderAmounts.Number(line, field) ?? 0);

    private static PaymentId Id(EntityRecord entry) => new(entry.Text("Module") is { Length: > 0 } module ? module : Module, entry.Text("BatchNbr"));

    // The space keeps the key of a capture from finding what was done with it later.
    private static string Prefix(string key) => $"{key} ";
}
