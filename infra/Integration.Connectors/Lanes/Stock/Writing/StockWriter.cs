using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Connectors.Skus;
using Integration.Platform.Database;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>The one writer of a pair's levels: reads the shop's levels, then its orders, reckons, and sets what differs.</summary>
internal sealed class StockWriter(
    IDatabase database, StockLevels levels, Reservations reservations, SkuMap map, StockReport report, IntegrationMetrics metrics, TimeProvider time, Connected connected, IStorefront storefront, string pairName)
{
    private const int MostRounds = 5;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);
    private static readonly TimeSpan ForgetsEvery = TimeSpan.FromHours(1);

    private readonly SalesWatch _sales = new(database, reservations, time, pairName);
    private long _forgotAt;
    private string _settings = "";

    /// <summary>Writes until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var marked = levels.Signal.Next;
            var worked = false;
            if (connected.Pair(pairName) is { Lanes.Stock: { } lane } pair && Shop() is { } shop)
            {
                var (count, failure) = await StepAsync(pair, lane, shop, ct);
                if (failure is not null) connected.Gate.Report(failure);
                else if (count > 0) connected.Gate.Worked();
                worked = failure is null && count > 0;
                if (failure is not null) marked = Task.Delay(Poll, time, ct);
            }

            if (!worked) await Task.WhenAny(marked, Task.Delay(Poll, time, ct));
        }
    }

    /// <summary>Writes what is due now.</summary>
    /// <returns>How many SKUs were worked on, and what the connection said when they could not be.</returns>
    public async Task<(int Worked, WriteOutcome? Failure)> StepAsync(PairDefinition pair, StockLane lane, IShopLevels shop, CancellationToken ct)
    {
        if (await PrepareAsync(pair, lane, ct) is { } unprepared) return (0, unprepared);
        // Before any level is read: whatever changes from now on is in the looks of all rounds.
        var (due, since) = await database.ReadAsync(
            async (unit, token) => await levels.DueAsync(unit, pairName, shop.BatchSize, token) is { Count: > 0 } rows ? (rows, await _sales.SinceAsync(unit, token)) : ([], null), ct);
        if (due.Count == 0) return (0, null);
        var batch = new StockBatch(pair, due);
        await SpareAsync(lane, batch, ct);
        WriteOutcome? failure = null;
        // Without the end of a first sweep of orders, nobody knows what the shop's levels have deducted.
        if (since is { } from && storefront.Sales is { } sales)
        {
            for (var round = 0; round < MostRounds && batch.Waiting.Count > 0 && failure is null; round++)
            {
                failure = await RoundAsync(lane, shop, batch, token => _sales.LookAsync(connected, storefront, sales, from, token), ct);
            }
        }

        await EndAsync(batch, ct);
        return (since is null ? 0 : due.Count, failure);
    }

    private IShopLevels? Shop() =>
        storefront.StockLevels is { } compared ? new ComparedLevels(compared)
        : storefront.PlainStock is { } plain ? new PlainLevels(plain, map, connected.Name, storefront.Catalogue is not null)
        : null;

    // What the shop is known to have already needs no call.
    private async Task SpareAsync(StockLane lane, StockBatch batch, CancellationToken ct)
    {
        foreach (var (row, target) in await ReckonAsync(lane, batch, ct))
        {
            if (target is null) batch.End(row, new LevelEnd { Observed = row.Observed });
            else if (row.Forced == 0 && row.Written == target.Target) batch.End(row, new LevelEnd { Written = row.Written, Observed = row.Observed, State = row.State });
        }
    }

    // The order of the three readings is what makes it safe: every order that the shop's level has deducted is in the list that is read after it.
    private async Task<WriteOutcome?> RoundAsync(StockLane lane, IShopLevels shop, StockBatch batch, Func<CancellationToken, Task<WriteOutcome?>> lookAtSales, CancellationToken ct)
    {
        var (shown, later, failure) = await shop.ReadAsync([.. batch.Waiting], ct);
        if (failure is not null) return failure;
        var began = time.GetTimestamp();
        if (await lookAtSales(ct) is { } unseen) return unseen;
        var changes = new List<(LevelRow Row, Reckoned Target, StockChange Change)>();
        foreach (var (row, target) in await ReckonAsync(lane, batch, ct))
        {
            // The level as read is from before that, and would be found unchanged if the same number was sold since: then both would be offered.
            if (batch.GaveBackMeanwhile(row)) continue;
            if (target is null)
            {
                batch.End(row, new LevelEnd { Observed = row.Observed });
                continue;
            }

            var found = shown![row.Sku].ToList();
            var own = found.Where(level => level.Own).ToList();
            if (own.Count == 0 && later) batch.End(row, new LevelEnd { State = row.State, Observed = row.Observed, DueAt = time.UnixMs() + 10_000 });
            // A variant that shares its product's stock is there, and has no level to set.
            else if (own.Count == 0 && found.Count > 0) batch.End(row, new LevelEnd { State = LevelStates.Untracked });
            else if (own.Count != 1) batch.Lack(row, lane, own.Count == 0 ? LevelStates.Missing : LevelStates.Several);
            else if (!own[0].Tracked) batch.End(row, new LevelEnd { State = LevelStates.Untracked });
            else if (own[0].Amount == target.Target) Settle(lane, shop, batch, row, target, own[0].Amount, isSet: false);
            else if (batch.Pair.Mode != PairMode.Live) batch.Observe(row, target, own[0].Amount);
            else changes.Add((row, target, new StockChange(own[0].Item, own[0].Amount, target.Target)));
        }

        if (changes.Count == 0) return null;
        var results = await shop.SetAsync([.. changes.Select(change => change.Change)], ct);
        if (!shop.Compares) metrics.StockWindow(batch.Pair.Name, time.GetElapsedTime(began));
        WriteOutcome? stop = null;
        foreach (var ((row, target, change), result) in changes.Zip(results)) stop = Take(lane, shop, batch, row, target, change, result) ?? stop;
        // What was sold meanwhile marks its SKU, which then is not ended and set again at once.
        if (stop is null && !shop.Compares) stop = await lookAtSales(ct);
        return stop;
    }

    private WriteOutcome? Take(StockLane lane, IShopLevels shop, StockBatch batch, LevelRow row, Reckoned target, StockChange change, StockResult result)
    {
        switch (result)
        {
            case StockResult.Set:
                Settle(lane, shop, batch, row, target, change.From, isSet: true);
                return null;
            case StockResult.Unchanged:
                Settle(lane, shop, batch, row, target, change.From, isSet: false);
                return null;
            case StockResult.Conflict:
                // Stays in the batch: read and reckoned anew.
                return null;
            case StockResult.Unknown:
                batch.Lack(row, lane, LevelStates.Missing);
                return null;
            case StockResult.NotTracked or StockResult.FollowsProduct:
                batch.End(row, new LevelEnd { State = LevelStates.Untracked });
                return null;
            case StockResult.Failed { Outcome: WriteOutcome.Rejected rejected }:
                batch.Refuse(row, rejected.Reasons);
                return null;
            case StockResult.Failed { Outcome: WriteOutcome.Unknown }:
                // It may be carried out now or as late as the shop may; what is set in between makes a late comparison fail, and both moments are looked at.
                batch.End(row, new LevelEnd { State = row.State, DueAt = time.UnixMs() + 1_000, RecheckAt = time.UnixMs() + (long)storefront.LongestLateCommit.TotalMilliseconds });
                return null;
            case StockResult.Failed failed:
                return failed.Outcome;
            default:
                throw new InvalidOperationException("A result of a new kind.");
        }
    }

    private void Settle(StockLane lane, IShopLevels shop, StockBatch batch, LevelRow row, Reckoned target, long from, bool isSet)
    {
        var now = time.UnixMs();
        var recheck = row.RecheckAt > now ? row.RecheckAt : 0;
        // A checkout that read the level before we set it writes its own afterwards.
        if (isSet && !shop.Compares) recheck = Math.Max(recheck, now + (long)lane.RecheckAfter.TotalMilliseconds);
        batch.End(row, new LevelEnd { Written = target.Target, Observed = row.Observed, Writes = isSet ? 1 : 0, DueAt = recheck, RecheckAt = row.RecheckAt > now ? row.RecheckAt : 0 });
        if (isSet) batch.Tell(row, target, from);
    }

    private async Task<IReadOnlyList<(LevelRow Row, Reckoned? Target)>> ReckonAsync(StockLane lane, StockBatch batch, CancellationToken ct) => await database.ReadAsync(
        async (unit, token) =>
        {
            string[] skus = [.. batch.Waiting];
            // Rows first: what changes between the two reads marks them, and that mark is not ended with these.
            var rows = await StockLevels.OfAsync(unit, pairName, skus, token);
            var reserved = await Reservations.OfAsync(unit, pairName, skus, token);
            return skus.Where(rows.ContainsKey).Select(sku => (rows[sku], Reckoning.Of(lane, rows[sku], reserved[sku]))).ToList();
        },
        ct);

    private async Task EndAsync(StockBatch batch, CancellationToken ct)
    {
        if (batch.Ends.Count == 0) return;
        await database.TransactAsync(
            async (unit, token) =>
            {
                foreach (var (row, end) in batch.Ends.OrderBy(ended => ended.Row.Sku, StringComparer.Ordinal)) await StockLevels.EndAsync(unit, pairName, row, end, token);
                await report.TellAsync(unit, batch, token);
            },
            ct);
        var written = batch.Ends.Sum(ended => ended.End.Writes);
        if (written > 0) metrics.Out(pairName, LaneNames.Stock, written);
    }

    // Levels are reckoned anew when what they are reckoned by changes: warehouses, safety stock, or the pair going live.
    private async Task<WriteOutcome?> PrepareAsync(PairDefinition pair, StockLane lane, CancellationToken ct)
    {
        var now = time.UnixMs();
        if (now - _forgotAt > ForgetsEvery.TotalMilliseconds)
        {
            await database.TransactAsync((unit, token) => reservations.ForgetAsync(unit, pairName, KeptFor, token), ct);
            _forgotAt = now;
        }

        var settings = JsonSerializer.Serialize(new { pair.Mode, lane.Warehouses, lane.SafetyStock, lane.SafetyBySku, lane.SafetyByClass, lane.Packs, lane.ListsMissing });
        if (settings == _settings) return null;
        var before = await database.ReadAsync((unit, token) => unit.FirstOrDefaultAsync<string>("SELECT stamp FROM stock_settings WHERE scope = @pairName", new { pairName }, token), ct);
        if (before is null && await _sales.AdoptAsync(storefront, ct) is { } failure) return failure;
        if (before != settings)
        {
            await database.TransactAsync(
                async (unit, token) =>
                {
                    await unit.ExecuteAsync(
                        "INSERT INTO stock_settings (scope, stamp) VALUES (@pairName, @settings) ON CONFLICT (scope) DO UPDATE SET stamp = excluded.stamp", new { pairName, settings }, token);
                    await levels.MarkAllAsync(unit, pairName, token);
                },
                ct);
        }

        _settings = settings;
        return null;
    }
}
