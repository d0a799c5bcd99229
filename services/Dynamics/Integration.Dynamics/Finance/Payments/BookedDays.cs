using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>Lists what the journals show for a day.</summary>
internal sealed class BookedDays(FinanceClient client, PaymentLines lines, KeyForm keys, int pageSize)
{
    /// <summary>The pages; a failed one is the last.</summary>
    public IAsyncEnumerable<BookedPaymentPage> PagesAsync(PairDefinition pair, DateOnly day, CancellationToken ct) =>
        pair.Lanes.Payments?.Booking == PaymentBooking.Journal ? EntriesAsync(pair, day, ct) : PaymentsAsync(pair, day, ct);

    private async IAsyncEnumerable<BookedPaymentPage> PaymentsAsync(PairDefinition pair, DateOnly day, [EnumeratorCancellation] CancellationToken ct)
    {
        var (voided, failure) = await VoidedAsync(pair, day, ct);
        if (failure is not null)
        {
            yield return new BookedPaymentPage([], Last: false, failure);
            yield break;
        }

        var read = new HashSet<LineId>();
        await foreach (var page in LinesAsync(JournalKind.Payments, PaymentLines.Fields, day, ct))
        {
            var ours = page.Records.Where(line => line.Text("PaymentId").StartsWith(Prefix(pair), StringComparison.OrdinalIgnoreCase) && PaymentLines.Voids(line) is null && read.Add(LineId.Of(line))).ToList();
            var (posted, unread) = page.Failure is null ? await lines.PostedAsync(ours, ct) : (new HashSet<string>(), page.Failure);
            var payments = unread is null ? ours.Select(line => Payment(line, day, posted, voided)) : [];
            yield return new BookedPaymentPage([.. payments], unread is null && page.Next is null, unread);
            if (unread is not null) yield break;
        }
    }

    // The lines of one entry are made in one change set, and may stand on two pages.
    private async IAsyncEnumerable<BookedPaymentPage> EntriesAsync(PairDefinition pair, DateOnly day, [EnumeratorCancellation] CancellationToken ct)
    {
        var (read, ours) = (new HashSet<LineId>(), new List<FinanceRecord>());
        await foreach (var page in LinesAsync(JournalKind.General, JournalBooking.Fields, day, ct))
        {
            if (page.Failure is { } failure)
            {
                yield return new BookedPaymentPage([], Last: false, failure);
                yield break;
            }

            ours.AddRange(page.Records.Where(line => line.Text("Document").StartsWith(Prefix(pair), StringComparison.OrdinalIgnoreCase) && read.Add(LineId.Of(line))));
        }

        var (posted, unread) = await PaymentLines.PostedAsync(client, JournalKind.General, ours, ct);
        yield return unread is null
            ? new BookedPaymentPage([.. ours.GroupBy(line => line.Text("Document"), StringComparer.OrdinalIgnoreCase).Select(entry => Entry([.. entry], day, posted))], Last: true)
            : new BookedPaymentPage([], Last: false, unread);
    }

    private IAsyncEnumerable<ODataPage<FinanceRecord>> LinesAsync(JournalKind kind, IReadOnlyList<string> fields, DateOnly day, CancellationToken ct) => client.PagesAsync(
        kind.Lines, new EntityQuery { Filter = FinanceFilter.OnDays(kind.Date, day, day), Select = fields, OrderBy = $"{JournalKind.Number},LineNumber", PageSize = pageSize }, ct);

    // What was posted and taken back later stays in its journal.
    private async Task<(IReadOnlySet<string> Keys, WriteOutcome? Failure)> VoidedAsync(PairDefinition pair, DateOnly day, CancellationToken ct)
    {
        var page = await client.AllAsync(JournalKind.Payments.Lines, new EntityQuery
        {
            Filter = Filter.All(PaymentLines.VoidsOf(pair.StorefrontCode), Filter.Since("TransactionDate", new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero))), Select = [JournalKind.Number, "LineNumber", "TransactionText"],
        }, ct);
        return (page.Records.Select(PaymentLines.Voids).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase), page.Failure);
    }

    private BookedPayment Payment(FinanceRecord line, DateOnly day, IReadOnlySet<string> posted, IReadOnlySet<string> voided)
    {
        var credit = line.Number("CreditAmount") ?? 0;
        return new BookedPayment
        {
            Key = keys.Read(line.Text("PaymentId"), line.Text("TransactionText")),
            Kind = credit > 0 ? PaymentEntryKind.Capture : PaymentEntryKind.Refund,
            Amount = new Money(credit > 0 ? credit : line.Number("DebitAmount") ?? 0, line.Text("CurrencyCode")),
            Date = line.Date("TransactionDate") ?? day,
            Document = LineId.Of(line).ToRef(),
            Method = line.Text("PaymentMethodName"),
            Voided = voided.Contains(line.Text("PaymentId")),
            Released = posted.Contains(line.Text(JournalKind.Number)),
        };
    }

    // The shipped mapping writes key and kind first.
    private BookedPayment Entry(List<FinanceRecord> lines, DateOnly day, IReadOnlySet<string> posted)
    {
        var words = lines[0].Text("Text").Split(' ', ',');
        return new BookedPayment
        {
            Key = keys.Read(lines[0].Text("Document"), lines[0].Text("Text")),
            Kind = words.Length > 1 && words[1] is "refund" or "void" ? PaymentEntryKind.Refund : PaymentEntryKind.Capture,
            Amount = new Money(JournalBooking.Booked(lines) ?? 0, lines[0].Text("CurrencyCode")),
            Date = lines[0].Date("TransDate") ?? day,
            Document = LineId.Of(lines[0]).ToRef(),
            Method = lines[0].Text("AccountDisplayValue"),
            Released = lines.TrueForAll(line => posted.Contains(line.Text(JournalKind.Number))),
        };
    }

    private static string Prefix(PairDefinition pair) => $"{pair.StorefrontCode}-";
}
