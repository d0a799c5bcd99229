using System.Collections.Concurrent;
using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>
/// Makes sure that every order which the shop's levels have deducted is known before a level is reckoned: it lists what changed since the order
/// lane's watermark, adds what waits to be read there, and reads what is new to it.
/// </summary>
internal sealed class SalesWatch(IDatabase database, Reservations reservations, TimeProvider time, string pairName)
{
    // A source whose stamps are whole seconds may change an order twice within one.
    private const long StampGrain = 2_000;
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, SeenSale> _seen = new(StringComparer.Ordinal);

    /// <summary>Where the order lane's sweeps are: a look from here sees every order that changed since now. Null before the first sweep came to its end.</summary>
    public Task<long?> SinceAsync(IUnit unit, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<long?>("SELECT watermark FROM sweep WHERE scope = @pairName AND entity = @order", new { pairName, order = Entities.Order }, ct);

    /// <summary>Looks once. Answers why it could not, or null.</summary>
    public async Task<WriteOutcome?> LookAsync(Connected connected, IStorefront storefront, ISales sales, long since, CancellationToken ct)
    {
        var began = time.UnixMs();
        var waiting = await database.ReadAsync(WaitingAsync, ct);
        var due = new Dictionary<string, (long Stamp, long Dirty)>(StringComparer.Ordinal);
        foreach (var order in waiting) due[order.Id] = (_seen.GetValueOrDefault(order.Id)?.Stamp ?? 0, order.Dirty);
        var ahead = TimeSpan.Zero;
        await foreach (var page in storefront.Orders.ChangedSinceAsync(UnixTime.FromUnixMs(since), ct))
        {
            if (page.Failure is { } failure) return failure;
            if (page.SourceTime is { } clock) ahead = clock - time.GetUtcNow();
            foreach (var record in page.Records) due[record.Id] = (record.ChangedAt.ToUnixMs(), due.GetValueOrDefault(record.Id).Dirty);
            if (page.Last) break;
        }

        var unread = due.Where(order => !IsKnown(order.Key, order.Value.Stamp, order.Value.Dirty, ahead)).ToList();
        WriteOutcome? stop = null;
        await Parallel.ForEachAsync(unread, new ParallelOptions { MaxDegreeOfParallelism = connected.Definition.ConcurrentCalls, CancellationToken = ct }, async (order, token) =>
        {
            if (Volatile.Read(ref stop) is not null) return;
            var (gaveBack, failure) = await ReadAsync(sales, order.Key, token);
            if (failure is not null) Interlocked.CompareExchange(ref stop, failure, null);
            else _seen[order.Key] = new SeenSale(order.Value.Stamp, order.Value.Dirty, began, gaveBack);
        });
        if (stop is not null) return stop;
        Forget(began);
        return null;
    }

    /// <summary>Reads the orders that waited in the shop before the lane was switched on: the ERP does not have them.</summary>
    public async Task<WriteOutcome?> AdoptAsync(IStorefront storefront, CancellationToken ct)
    {
        if (storefront.Sales is not { } sales) return null;
        var ids = await database.ReadAsync((unit, token) => unit.ListAsync<string>(
            "SELECT id FROM look WHERE scope = @pairName AND entity = @order AND (note LIKE '|waiting|%' OR note LIKE '|invalid|%')", new { pairName, order = Entities.Order }, token), ct);
        foreach (var id in ids)
        {
            if (await ReadAsync(sales, id, ct) is { Failure: { } failure }) return failure;
        }

        return null;
    }

    private async Task<(bool GaveBack, WriteOutcome? Failure)> ReadAsync(ISales sales, string id, CancellationToken ct)
    {
        var key = new OrderKey(pairName, id);
        switch (await sales.ReadAsync(id, ct))
        {
            case ReadOutcome<Sale>.Found found:
                var (holds, lines) = (found.Value.HoldsStock, found.Value.Lines);
                // Placed and given back since the last look: nothing that was known of it says so.
                var unheard = !holds && _seen.GetValueOrDefault(id) is not { GaveBack: true };
                await database.TransactAsync(
                    async (unit, token) =>
                    {
                        await reservations.SeenAsync(unit, pairName, key, holds ? lines : [], token);
                        if (unheard) await StockLevels.GivenBackAsync(unit, pairName, [.. StockLines.Of(lines).Select(line => line.Sku)], token);
                    },
                    ct);
                return (!holds, null);
            case ReadOutcome<Sale>.Failed failed:
                return (false, failed.Outcome);
            default:
                // A cart or gone, or unreadable: the order lane says what becomes of it.
                return (false, null);
        }
    }

    private Task<IReadOnlyList<WaitingOrder>> WaitingAsync(IUnit unit, CancellationToken ct) =>
        unit.ListAsync<WaitingOrder>("SELECT id AS Id, dirty AS Dirty FROM look WHERE scope = @pairName AND entity = @order AND dirty > 0", new { pairName, order = Entities.Order }, ct);

    private bool IsKnown(string id, long stamp, long dirty, TimeSpan ahead) =>
        _seen.TryGetValue(id, out var seen) && seen.Stamp == stamp && seen.Dirty >= dirty
        && seen.ReadAt >= stamp - (long)ahead.TotalMilliseconds + (stamp % 1000 == 0 ? StampGrain : 0);

    private void Forget(long now)
    {
        if (_seen.Count < Most) return;
        foreach (var (id, seen) in _seen)
        {
            if (seen.ReadAt < now - 3_600_000) _seen.TryRemove(id, out _);
        }
    }

    // Stamp and mark that it was read for, when, and whether the shop had given its goods back.
    private sealed record SeenSale(long Stamp, long Dirty, long ReadAt, bool GaveBack);

    private sealed record WaitingOrder
    {
        public string Id { get; init; } = "";

        public long Dirty { get; init; }
    }
}
