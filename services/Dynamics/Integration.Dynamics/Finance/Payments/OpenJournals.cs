using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>
/// The journal that a day's lines are added to: the first open one with our description, or a new one. A journal without lines moves no money, so that one too many does no harm.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="kind">The kind of journal.</param>
/// <param name="name">The journal name, or null where none is set.</param>
/// <param name="setting">The setting that names it.</param>
internal sealed class OpenJournals(FinanceClient client, JournalKind kind, string? name, string setting) : IDisposable
{
    private readonly ConcurrentDictionary<DateOnly, string> _known = new();
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>What the header of a day's journal says.</summary>
    public static string Description(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"Shop payments {day:yyyy-MM-dd}");

    /// <summary>The number of the day's journal.</summary>
    public async Task<(string? Number, WriteOutcome? Failure)> OfAsync(DateOnly day, CancellationToken ct)
    {
        if (name is null) return (null, new WriteOutcome.Rejected([new Reason(setting, $"No journal name is set: write the one for the shop's money as {setting} into the connection's settings.")]));
        if (_known.TryGetValue(day, out var known)) return (known, null);
        await _one.WaitAsync(ct);
        try
        {
            if (_known.TryGetValue(day, out known)) return (known, null);
            var (number, failure) = await FindAsync(day, ct);
            if (failure is null && number is null) (number, failure) = await MakeAsync(day, ct);
            if (number is not null) _known[day] = number;
            return (number, failure);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Looks again next time, unless somebody has done so meanwhile.</summary>
    public void Forget(DateOnly day, string number) => _known.TryRemove(KeyValuePair.Create(day, number));

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task<(string? Number, WriteOutcome? Failure)> FindAsync(DateOnly day, CancellationToken ct)
    {
        var page = await client.AllAsync(kind.Headers, new EntityQuery
        {
            Filter = Filter.All(Filter.Equal("JournalName", name!), Filter.Equal("Description", Description(day)), FinanceFilter.EqualEnum("IsPosted", "NoYes", "No")),
            Select = [JournalKind.Number, "Description", "IsPosted"], OrderBy = JournalKind.Number,
        }, ct);
        return (page.Failure is null ? page.Records.Where(journal => !journal.Flag("IsPosted")).Select(journal => journal.Text(JournalKind.Number)).FirstOrDefault(number => number.Length > 0) : null, page.Failure);
    }

    private async Task<(string? Number, WriteOutcome? Failure)> MakeAsync(DateOnly day, CancellationToken ct)
    {
        var made = await client.CreateAsync(kind.Headers, new JsonObject { ["dataAreaId"] = client.LegalEntity, ["JournalName"] = name, ["Description"] = Description(day) }, ct);
        // At worst an empty journal came of it, which the next look finds.
        if (made.Failure is WriteOutcome.Unknown unknown) return (null, new WriteOutcome.Unavailable(unknown.Reason));
        if (made.Failure is { } refused) return (null, refused);
        return made.Record is { } journal && journal.Text(JournalKind.Number) is { Length: > 0 } number
            ? (number, null)
            : (null, new WriteOutcome.Unavailable("F&O answered a new journal without its number."));
    }
}
