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

    private readonly ConcurrentDictionary<string, (long Stamp, long Dirty, long ReadAt)> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks once. Answers why it could not, or null; <c>NotYet</c> while the order lane has not come to the end of its first sweep.</summary>
    public async Task<(bool NotYet, WriteOutcome? Failure)> LookAsync(Connected connected, IStorefront storefront, CancellationToken ct)
    {
        if (storefront.Sales is not { } sales) return (true, null);
        var began = time.UnixMs();
        var (watermark, waiting) = await database.ReadAsync(WaitingAsync, ct);
        if (watermark is null) return (true, null);
        var due = new Dictionary<string, (long Stamp, long Dirty)>(StringComparer.Ordinal);
        foreach (var order in waiting) due[order.Id] = (_seen.GetValueOrDefault(order.Id).Stamp, order.Dirty);
        var ahead = TimeSpan.Zero;
        await foreach (var page in storefront.Orders.ChangedSinceAsync(UnixTime.FromUnixMs(watermark.Value), ct))
        {
            if (page.Failure is { } failure) return (false, failure);
            if (page.SourceTime is { } clock) ahead = clock - time.GetUtcNow();
            foreach (var record in page.Records) due[record.Id] = (record.ChangedAt.ToUnixMs(), due.GetValueOrDefault(record.Id).Dirty);
            if (page.Last) break;
        }

        var unread = due.Where(order => !IsKnown(order.Key, order.Value.Stamp, order.Value.Dirty, ahead)).ToList();
        WriteOutcome? stop = null;
        await Parallel.ForEachAsync(unread, new ParallelOptions { MaxDegreeOfParallelism = connected.Definition.ConcurrentCalls, CancellationToken = ct }, async (order, token) =>
        {
            if (Volatile.Read(ref stop) is not null) return;
            if (await ReadAsync(sales, order.Key, token) is { } failure) Interlocked.CompareExchange(ref stop, failure, null);
            else _seen[order.Key] = (order.Value.Stamp, order.Value.Dirty, began);
        });
        if (stop is not null) return (false, stop);
        Forget(began);
        return (false, null);
    }

    /// <summary>Reads the orders that waited in the shop before the lane was switched on: the ERP does not have them.</summary>
    public async Task<WriteOutcome?> AdoptAsync(IStorefront storefront, CancellationToken ct)
    {
        if (storefront.Sales is not { } sales) return null;
        var ids = await database.ReadAsync((unit, token) => unit.ListAsync<string>(
            "SELECT id FROM look WHERE scope = @pairName AND entity = @order AND (note LIKE '|waiting|%' OR note LIKE '|invalid|%')", new { pairName, order = Entities.Order }, token), ct);
        foreach (var id in ids)
        {
            if (await ReadAsync(sales, id, ct) is { } failure) return failure;
        }

        return null;
    }

    private async Task<WriteOutcome?> ReadAsync(ISales sales, string id, CancellationToken ct)
    {
        var key = new OrderKey(pairName, id);
        switch (await sales.ReadAsync(id, ct))
        {
            case ReadOutcome<Sale>.Found found:
                await database.TransactAsync((unit, token) => reservations.SeenAsync(unit, pairName, key, found.Value.HoldsStock ? found.Value.Lines : [], token), ct);
                return null;
            case ReadOutcome<Sale>.Failed failed:
                return failed.Outcome;
            default:
                // A cart or gone, or unreadable: the order lane says what becomes of it.
                return null;
        }
    }

    private async Task<(long? Watermark, IReadOnlyList<WaitingOrder> Waiting)> WaitingAsync(IUnit unit, CancellationToken ct) => (
        await unit.FirstOrDefaultAsync<long?>("SELECT watermark FROM sweep WHERE scope = @pairName AND entity = @order", new { pairName, order = Entities.Order }, ct),
        await unit.ListAsync<WaitingOrder>("SELECT id AS Id, dirty AS Dirty FROM look WHERE scope = @pairName AND entity = @order AND dirty > 0", new { pairName, order = Entities.Order }, ct));

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

    private sealed record WaitingOrder
    {
        public string Id { get; init; } = "";

        public long Dirty { get; init; }
    }
}
