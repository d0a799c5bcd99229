using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Platform.Database;

namespace Integration.Connectors.Sweeps;

/// <summary>Marks recent records to be read again. It keeps no watermark: a round that fails is made up for by the next.</summary>
internal sealed class RelookRunner(IDatabase database, LookBook book, TimeProvider time)
{
    /// <summary>Marks once, at most as many as the schedule allows; the reads are spread over half the pause.</summary>
    /// <returns>Null when it came to the end; else why not.</returns>
    public async Task<WriteOutcome?> RunAsync(RelookTarget target, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var since = now - target.Schedule.Within > target.From ? now - target.Schedule.Within : target.From;
        var ids = new List<string>();
        WriteOutcome? failed = null;
        await foreach (var page in target.Placed(since, ct))
        {
            failed = page.Failure;
            if (failed is not null) break;
            ids.AddRange(page.Records.Select(record => record.Id));
            if (page.Last || ids.Count >= target.Schedule.Most) break;
        }

        var marked = ids.Distinct(StringComparer.Ordinal).Take(target.Schedule.Most).ToList();
        var spacing = marked.Count == 0 ? TimeSpan.Zero : target.Schedule.Every / (2 * marked.Count);
        await database.TransactAsync((unit, token) => book.MarkAgainAsync(unit, target.Scope, target.Entity, marked, now - target.Schedule.Every, spacing, token), ct);
        return failed;
    }
}
