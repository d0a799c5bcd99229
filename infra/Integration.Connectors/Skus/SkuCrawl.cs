using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Skus;

/// <summary>Reads a storefront's catalogue page by page into the map; goes on where it was after a restart.</summary>
internal sealed class SkuCrawl(SkuMap map, TimeProvider time, ILogger<SkuCrawl> log)
{
    private const int Named = 10;

    /// <summary>Does what is due now.</summary>
    /// <param name="connection">The storefront.</param>
    /// <param name="catalogue">Its catalogue.</param>
    /// <param name="appeared">Hears of new SKUs.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How long to wait before the next step, and what the connection said when the step failed.</returns>
    public async Task<(TimeSpan Wait, WriteOutcome? Failure)> StepAsync(string connection, ICatalogue catalogue, SkusAppeared? appeared, CancellationToken ct)
    {
        var stand = await map.StandAsync(connection, ct);
        if (stand.Wait(catalogue.Schedule, time.GetUtcNow()) is { Ticks: > 0 } wait) return (wait, null);
        var (round, page) = stand.Due;
        switch (await catalogue.PageAsync(page, ct))
        {
            case CataloguePage.Failed failed:
                return (catalogue.Schedule.BetweenPages, failed.Outcome);
            case CataloguePage.Read read:
                await map.StoreAsync(connection, round, page, read, appeared, ct);
                if (read.Last) await NameDuplicatesAsync(connection, ct);
                return (catalogue.Schedule.BetweenPages, null);
            default:
                return (catalogue.Schedule.Every, null);
        }
    }

    private async Task NameDuplicatesAsync(string connection, CancellationToken ct)
    {
        if (await map.DuplicatesAsync(connection, ct) is not { Count: > 0 } duplicates) return;
        log.LogWarning("Connection {Connection}: {Count} SKUs belong to several products or variants and cannot be told apart: {Skus}",
            connection, duplicates.Count, string.Join(", ", duplicates.Take(Named)) + (duplicates.Count > Named ? " …" : ""));
    }
}
