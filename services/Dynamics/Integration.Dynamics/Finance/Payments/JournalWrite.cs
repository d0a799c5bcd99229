using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;
using Integration.Dynamics.Protocol.Batch;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>Adds lines to the journal of their day, all or none of them, minding closed periods. Posting is F&amp;O's own business.</summary>
internal sealed class JournalWrite(FinanceClient client, JournalKind kind, OpenJournals journals, TimeProvider clock)
{
    private const int MostPeriods = 12;

    /// <summary>
    /// Adds the lines, which have one date. Where the pair allows it, lines that are refused for their period are sent with the first day of each following month, up to the present one;
    /// the echo then tells the date. F&amp;O refuses before it stores, so that each attempt leaves nothing behind.
    /// </summary>
    /// <returns>What F&amp;O shows of the lines it stored; none where it answered without them.</returns>
    public async Task<(IReadOnlyList<FinanceRecord> Stored, string Echo, WriteOutcome? Failure)> AddAsync(IReadOnlyList<JsonObject> lines, ClosedPeriods closed, CancellationToken ct)
    {
        var date = DateOf(lines[0]);
        var (stored, failure) = await OnDayAsync(lines, date, ct);
        if (closed != ClosedPeriods.NextOpen) return (stored, "", failure);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        for (var month = 1; JournalRefusals.IsClosedPeriod(failure) && month <= MostPeriods; month++)
        {
            var next = new DateOnly(date.Year, date.Month, 1).AddMonths(month);
            if (next > today) break;
            (stored, failure) = await OnDayAsync(lines, next, ct);
            if (failure is null) return (stored, PaymentFields.BookedOn + Text(next), null);
        }

        return (stored, "", failure);
    }

    /// <summary>The calls that would be made for lines of a journal that is there already.</summary>
    public IReadOnlyList<BatchCall> Calls(IReadOnlyList<JsonObject> lines, string? journal, DateOnly date) =>
    [
        .. lines.Select(line =>
        {
            var added = (JsonObject)line.DeepClone();
            added["dataAreaId"] = client.LegalEntity;
            if (journal is not null) added[JournalKind.Number] = journal;
            added[kind.Date] = $"{Text(date)}T12:00:00Z";
            return new BatchCall(HttpMethod.Post, FinanceClient.Target(kind.Lines), added);
        }),
    ];

    /// <summary>The date that a mapped line has.</summary>
    public DateOnly DateOf(JsonObject line) => DateOnly.ParseExact(line.Text(kind.Date)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<(IReadOnlyList<FinanceRecord> Stored, WriteOutcome? Failure)> OnDayAsync(IReadOnlyList<JsonObject> lines, DateOnly date, CancellationToken ct)
    {
        var (journal, unread) = await journals.OfAsync(date, ct);
        if (journal is null) return ([], unread);
        var (stored, failure) = await SendAsync(Calls(lines, journal, date), ct);
        if (failure is not WriteOutcome.Rejected rejected) return (stored, failure);
        // A journal that was posted or deleted meanwhile takes no more lines; another one does.
        journals.Forget(date, journal);
        var (now, lost) = await journals.OfAsync(date, ct);
        if (now is null) return ([], lost);
        if (now == journal) return ([], JournalRefusals.Judged(rejected));
        (stored, failure) = await SendAsync(Calls(lines, now, date), ct);
        return (stored, failure is WriteOutcome.Rejected again ? JournalRefusals.Judged(again) : failure);
    }

    private async Task<(IReadOnlyList<FinanceRecord> Stored, WriteOutcome? Failure)> SendAsync(IReadOnlyList<BatchCall> calls, CancellationToken ct)
    {
        if (calls is [var only])
        {
            var made = await client.CreateAsync(kind.Lines, only.Body!, ct);
            return (made.Record is { } line && made.Failure is null ? [line] : [], made.Failure);
        }

        var answer = await client.BatchAsync(calls, ct);
        return (answer.Failure is null ? [.. answer.Bodies.OfType<JsonObject>().Select(body => new FinanceRecord(body))] : [], answer.Failure);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
