using Integration.Connectors.Connections;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Stock.Reading;

/// <summary>
/// Reads everything, page by page: once at first, so that each gateway knows every SKU, and then from time to time, for changes that moved no
/// stamp. It goes on where it was after a restart; each page is a reading with a ticket of its own.
/// </summary>
internal sealed class StockListing(IDatabase database, StockTickets tickets, StockFeed feed, TimeProvider time)
{
    // Where the source does not tell its time, ours is trusted this far.
    private static readonly TimeSpan ClockDoubt = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Does the next step.</summary>
    /// <returns>How long to wait before the next one, and what the connection said when the step failed.</returns>
    public async Task<(TimeSpan Wait, WriteOutcome? Failure)> StepAsync(Connected connected, IErpStock stock, IReadOnlyList<PairDefinition> pairs, CancellationToken ct)
    {
        var stand = await StandAsync(connected, ct);
        var names = string.Join('|', pairs.Select(pair => pair.Name).Order(StringComparer.Ordinal));
        // A pair that has the lane since a moment ago knows no SKU yet.
        var every = pairs.Min(pair => pair.Lanes.Stock!.FullEveryOf(connected.Connector.Capabilities.ChangedSince));
        var isDue = stand.AfterKey.Length > 0 || stand.Pairs != names || stand.EndedAt + (long)every.TotalMilliseconds <= time.UnixMs();
        if (!isDue) return (Follow, null);
        var ticket = await tickets.NextAsync(connected.Name, ct);
        switch (await stock.PageAsync(stand.AfterKey, ct))
        {
            case ErpStockReading.Failed failed:
                return (AfterFailure, failed.Outcome);
            case ErpStockReading.Read read:
                await database.TransactAsync(
                    async (unit, token) =>
                    {
                        await feed.SendAsync(unit, connected, ticket, read.Figures, token);
                        await MoveAsync(unit, connected, stand, names, read, token);
                    },
                    ct);
                return (read.Next is null ? Follow : TimeSpan.Zero, null);
            default:
                throw new InvalidOperationException("A page of a new kind.");
        }
    }

    /// <summary>How far it is.</summary>
    public async Task<ListingStand> StandAsync(Connected connected, CancellationToken ct) => await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<ListingStand>(
        "SELECT after_key AS AfterKey, began_at AS BeganAt, first_began AS FirstBegan, ended_at AS EndedAt, pairs AS Pairs FROM stock_listing WHERE connection = @Name", new { connected.Name }, token), ct) ?? new ListingStand();

    private Task<int> MoveAsync(IUnit unit, Connected connected, ListingStand stand, string pairs, ErpStockReading.Read read, CancellationToken ct)
    {
        var began = stand.AfterKey.Length == 0 ? (read.SourceTime ?? time.GetUtcNow() - ClockDoubt).ToUnixMs() : stand.BeganAt;
        return unit.ExecuteAsync(
            """
            INSERT INTO stock_listing (connection, after_key, began_at, first_began, ended_at, pairs) VALUES (@Name, @next, @began, @first, @ended, @pairs)
            ON CONFLICT (connection) DO UPDATE SET after_key = excluded.after_key, began_at = excluded.began_at, first_began = excluded.first_began,
              ended_at = excluded.ended_at, pairs = excluded.pairs
            """,
            new
            {
                connected.Name, next = read.Next ?? "", began,
                first = stand.FirstBegan == 0 && read.Next is null ? began : stand.FirstBegan,
                ended = read.Next is null ? time.UnixMs() : stand.EndedAt,
                pairs = read.Next is null ? pairs : stand.Pairs,
            },
            ct);
    }
}
