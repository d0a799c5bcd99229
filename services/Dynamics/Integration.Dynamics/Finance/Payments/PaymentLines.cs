using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>Finds lines of customer payment journals by the entry's key, which is their payment ID; posted or not.</summary>
internal sealed class PaymentLines(FinanceClient client, KeyForm keys)
{
    private const string Number = JournalKind.Number;
    private const string VoidOf = "Void of ";

    /// <summary>The fields of a line that everybody needs.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        Number, "LineNumber", "PaymentId", "PaymentReference", "AccountType", "AccountDisplayValue", "CreditAmount", "DebitAmount", "CurrencyCode", "PaymentMethodName", "OffsetAccountType",
        "OffsetAccountDisplayValue", "TransactionDate", "TransactionText",
    ];

    /// <summary>Every line with one of the keys. F&amp;O takes a star as a wildcard, so what it found is compared.</summary>
    public async Task<(IReadOnlyList<FinanceRecord> Lines, WriteOutcome? Failure)> WithKeyAsync(IReadOnlyCollection<string> wanted, CancellationToken ct)
    {
        var lines = new List<FinanceRecord>();
        foreach (var some in wanted.Select(keys.Of).Distinct(StringComparer.OrdinalIgnoreCase).Chunk(10))
        {
            var page = await client.AllAsync(JournalKind.Payments.Lines, new EntityQuery { Filter = Filter.Any([.. some.Select(key => Filter.Equal("PaymentId", key))]), Select = Fields }, ct);
            if (page.Failure is { } failure) return ([], failure);
            lines.AddRange(page.Records.Where(line => some.Contains(line.Text("PaymentId"), StringComparer.OrdinalIgnoreCase)));
        }

        return (lines, null);
    }

    /// <summary>Which of the journals are posted.</summary>
    public static async Task<(IReadOnlySet<string> Posted, WriteOutcome? Failure)> PostedAsync(FinanceClient client, JournalKind kind, IEnumerable<FinanceRecord> lines, CancellationToken ct)
    {
        var posted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in lines.Select(line => line.Text(Number)).Where(number => number.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Chunk(20))
        {
            var page = await client.AllAsync(kind.Headers, new EntityQuery { Filter = Filter.Any([.. some.Select(number => Filter.Equal(Number, number))]), Select = [Number, "IsPosted"] }, ct);
            if (page.Failure is { } failure) return (posted, failure);
            posted.UnionWith(page.Records.Where(journal => journal.Flag("IsPosted")).Select(journal => journal.Text(Number)));
        }

        return (posted, null);
    }

    /// <summary>Which journals of customer payments are posted.</summary>
    public Task<(IReadOnlySet<string> Posted, WriteOutcome? Failure)> PostedAsync(IEnumerable<FinanceRecord> lines, CancellationToken ct) => PostedAsync(client, JournalKind.Payments, lines, ct);

    /// <summary>What of the lines found is not what the entry says.</summary>
    public IReadOnlyList<Reason> Differences(PaymentEntry entry, IReadOnlyList<FinanceRecord> found)
    {
        if (found.Count > 1) return [new Reason("PaymentId", $"Several journal lines carry {entry.Key}: {string.Join(", ", found.Select(LineId.Of))}. Delete or reverse all but one.")];
        var (line, field) = (found[0], entry.Kind == PaymentEntryKind.Capture ? "CreditAmount" : "DebitAmount");
        var differences = new List<Reason>();
        if (!OrderComparison.Same(line.Text("PaymentId"), keys.Of(entry.Key)))
            differences.Add(new Reason("PaymentId", $"F&O keeps {(line.Text("PaymentId") is { Length: > 0 } kept ? kept : "nothing")} of {keys.Of(entry.Key)}: lower the setting payments.longestKey, and put the key right on the line."));
        if ((line.Number(field) ?? 0) != entry.Amount)
            differences.Add(new Reason(field, $"The shop shows {new Money(entry.Amount, entry.Currency)}, F&O has {Text(line.Number(field) ?? 0)}."));
        if (!OrderComparison.Same(line.Text("CurrencyCode"), entry.Currency)) differences.Add(OrderComparison.Differs("CurrencyCode", entry.Currency, line.Text("CurrencyCode")));
        return differences;
    }

    /// <summary>Where a line is deleted.</summary>
    public string Target(FinanceRecord line)
    {
        var journal = client.Target(JournalKind.Payments.Lines, (Number, line.Text(Number)));
        return journal.Replace(")?", string.Create(CultureInfo.InvariantCulture, $",LineNumber={line.Number("LineNumber") ?? 0:0.####})?"), StringComparison.Ordinal);
    }

    /// <summary>The line that takes back a posted one.</summary>
    public JsonObject Opposite(FinanceRecord line, PaymentEntry entry)
    {
        var opposite = new JsonObject();
        foreach (var field in (string[])["PaymentReference", "AccountType", "AccountDisplayValue", "CurrencyCode", "PaymentMethodName", "OffsetAccountType", "OffsetAccountDisplayValue"])
            if (line.Text(field) is { Length: > 0 } value) opposite[field] = value;
        opposite["PaymentId"] = keys.Of(entry.Key);
        opposite["TransactionDate"] = $"{entry.LocalDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T12:00:00Z";
        opposite["TransactionText"] = VoidOf + line.Text("PaymentId");
        opposite["DebitAmount"] = line.Number("CreditAmount") ?? 0;
        opposite["IsPrepayment"] = "No";
        return opposite;
    }

    /// <summary>The key of the line that this one takes back; null for any other.</summary>
    public static string? Voids(FinanceRecord line) => line.Text("TransactionText") is var text && text.StartsWith(VoidOf, StringComparison.Ordinal) ? text[VoidOf.Length..] : null;

    /// <summary>The filter of lines that take back some of a shop's.</summary>
    public static string VoidsOf(string storefront) => Filter.Equal("TransactionText", $"{VoidOf}{storefront}-*");

    private static string Text(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
