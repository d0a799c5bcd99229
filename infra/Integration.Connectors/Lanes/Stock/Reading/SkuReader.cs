using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Contracts.Stock;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Stock.Reading;

/// <summary>Reads the SKUs that are marked, many at a time: one reader per connection, so that no two readings of a SKU overlap.</summary>
internal sealed class SkuReader(IDatabase database, LookBook book, LookSignal signal, StockTickets tickets, StockFeed feed, TimeProvider time)
{
    private const int MostMarked = 200;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Reads until cancelled.</summary>
    public async Task RunAsync(Connected connected, IErpStock stock, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var marked = signal.Next;
            if (feed.IsWanted(connected))
            {
                var (read, failure) = await StepAsync(connected, stock, ct);
                if (failure is not null) connected.Gate.Report(failure);
                else if (read > 0) connected.Gate.Worked();
                if (failure is null && read > 0) continue;
                if (failure is not null) marked = Task.Delay(Poll, time, ct);
            }

            await Task.WhenAny(marked, Task.Delay(Poll, time, ct));
        }
    }

    /// <summary>Reads what is due now.</summary>
    /// <returns>How many SKUs were read, and what the connection said when they could not be.</returns>
    public async Task<(int Read, WriteOutcome? Failure)> StepAsync(Connected connected, IErpStock stock, CancellationToken ct)
    {
        var scope = LookKey.OfConnection(connected.Name);
        var most = Math.Min(MostMarked, stock.BatchSize * connected.Definition.ConcurrentCalls);
        var rows = await database.ReadAsync((unit, token) => book.DueAsync(unit, scope, Entities.Stock, most, most, token), ct);
        if (rows.Count == 0) return (0, null);
        var ticket = await tickets.NextAsync(connected.Name, ct);
        var began = time.UnixMs();
        var (figures, failure) = await ReadAsync(stock, [.. rows.Select(row => row.Id)], connected.Definition.ConcurrentCalls, ct);
        if (figures is null) return (0, failure);
        var stamps = figures.ToDictionary(figure => figure.Sku, figure => figure.StampedAt, StringComparer.Ordinal);
        await database.TransactAsync(
            async (unit, token) =>
            {
                var compared = rows.Where(row => row.FoundBy == FoundBy.Backfill).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
                await feed.SendAsync(unit, connected, ticket, [.. figures.Where(figure => !compared.Contains(figure.Sku))], token);
                await feed.SendAsync(unit, connected, ticket, [.. figures.Where(figure => compared.Contains(figure.Sku))], token, compare: true);
                foreach (var row in rows.OrderBy(row => row.Id, StringComparer.Ordinal))
                {
                    await LookBook.StoreAsync(unit, row, new LookReading
                    {
                        ReadAt = began, Sequence = row.Sequence + 1, Fingerprint = "", Note = "", Stamp = stamps.GetValueOrDefault(row.Id)?.ToUnixMs(),
                    }, token);
                }
            },
            ct);
        return (rows.Count, null);
    }

    // One ticket for all: it was taken before the first call.
    private static async Task<(IReadOnlyList<StockFigure>? Figures, WriteOutcome? Failure)> ReadAsync(IErpStock stock, IReadOnlyList<string> skus, int parallel, CancellationToken ct)
    {
        var parts = skus.Chunk(stock.BatchSize).ToList();
        var read = new IReadOnlyList<StockFigure>[parts.Count];
        WriteOutcome? stop = null;
        await Parallel.ForEachAsync(parts.Index(), new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = ct }, async (part, token) =>
        {
            if (Volatile.Read(ref stop) is not null) return;
            switch (await stock.ReadAsync(part.Item, token))
            {
                case ErpStockReading.Read given:
                    read[part.Index] = given.Figures;
                    break;
                case ErpStockReading.Failed failed:
                    Interlocked.CompareExchange(ref stop, failed.Outcome, null);
                    break;
            }
        });
        return stop is null ? ([.. read.SelectMany(figures => figures)], null) : (null, stop);
    }
}
