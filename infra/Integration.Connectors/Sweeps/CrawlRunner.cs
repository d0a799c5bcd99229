using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Platform.Database;

namespace Integration.Connectors.Sweeps;

/// <summary>
/// Finds changes of records that have no change stamp: reads all of them page by page, slowly, and marks a look where a record is new, different or, after
/// a whole round, no longer there. It goes on where it was after a restart, and waits while records that go first wait to be read.
/// </summary>
internal sealed class CrawlRunner(IDatabase database, LookBook looks, CrawlBook book, TimeProvider time)
{
    // A page's looks are spread: this many in the pause between two pages.
    private const int LooksPerPage = 50;

    /// <summary>Does what is due now.</summary>
    /// <returns>How long to wait before the next step, and what the connection said when the step failed.</returns>
    public async Task<(TimeSpan Wait, WriteOutcome? Failure)> StepAsync(CrawlTarget target, CancellationToken ct)
    {
        var (stand, aside) = await database.ReadAsync(
            async (unit, token) => (await CrawlBook.StandAsync(unit, target, token), await looks.WaitAsync(unit, target.Scope, target.First, token)), ct);
        if (stand.Wait(target.Schedule, time.GetUtcNow()) is { Ticks: > 0 } wait) return (wait, null);
        if (aside) return (target.Schedule.BetweenPages, null);
        var (round, page) = stand.Due;
        switch (await target.Page(page, ct))
        {
            case CrawlPage.Read read:
                await database.TransactAsync((unit, token) => StoreAsync(unit, target, stand, round, page, read, token), ct);
                return (target.Schedule.BetweenPages, null);
            case CrawlPage.Failed failed:
                return (target.Schedule.BetweenPages, failed.Outcome);
            default:
                throw new InvalidOperationException("A page of a new kind.");
        }
    }

    private async Task StoreAsync(IUnit unit, CrawlTarget target, CrawlStand stand, long round, int page, CrawlPage.Read read, CancellationToken ct)
    {
        // Another process was faster (the lease moved): its page is newer than what we hold.
        if (await CrawlBook.StandAsync(unit, target, ct) != stand) return;
        var marked = new List<string>(await book.StoreAsync(unit, target, round, read.Records, ct));
        // Only marked: a record slips past a round when others are deleted meanwhile, and its look finds it still there.
        if (read.Last) marked.AddRange(await CrawlBook.ForgetAsync(unit, target, round, ct));
        await looks.MarkCrawledAsync(unit, target.Scope, target.Entity, marked, target.Schedule.BetweenPages / LooksPerPage, ct);
        await book.MoveAsync(unit, target, round, page, read.Last, ct);
    }
}
