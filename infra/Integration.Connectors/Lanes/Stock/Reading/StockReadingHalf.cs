using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Stock;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Lanes.Stock.Reading;

/// <summary>Reading half of the stock lane, on every ERP connection that shows stock: marks by push and sweep, reads in batches, and now and then everything.</summary>
internal sealed class StockReadingHalf(
    SkuReader reader, StockListing listing, SweepRunner sweeps, LookBook book, CountedOrders counted, LaneMessage messages, TimeProvider time) : ILaneHalves
{
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(1);

    public IEnumerable<LaneHalf> Of(Connected connected)
    {
        var pairs = connected.Pairs.Where(pair => pair.Erp.Name == connected.Name).ToList();
        if (connected.Connector is not IErp { Stock: { } stock } || pairs.Count == 0) yield break;
        yield return new LaneHalf(
            [.. pairs.Select(pair => new LaneQueue(new QueueDefinition { Name = Queues.Read(pair.Name, LaneNames.Stock) }, endpoint =>
            {
                endpoint.Handler<OrderLeft>(context => messages.OnceAsync(
                    Receipt.From(context), (unit, token) => counted.LeftAsync(unit, connected, context.Message, token), context.CancellationToken));
                endpoint.Handler<RereadRecord>(context => messages.OnceAsync(
                    Receipt.From(context), (unit, token) => book.MarkAnewAsync(unit, new LookKey(LookKey.OfConnection(connected.Name), Entities.Stock, context.Message.Id), token), context.CancellationToken));
            }))],
            [
                new LaneLoop($"stock reader {connected.Name}", ct => reader.RunAsync(connected, stock, ct)),
                new LaneLoop($"stock listing {connected.Name}", ct => ListAsync(connected, stock, ct)),
                new LaneLoop($"stock sweep {connected.Name}", ct => SweepAsync(connected, stock, ct)),
            ]);
    }

    private async Task ListAsync(Connected connected, IErpStock stock, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var wait = Follow;
            if (Wanting(connected) is { Count: > 0 } pairs)
            {
                (wait, var failure) = await listing.StepAsync(connected, stock, pairs, ct);
                if (failure is not null) connected.Gate.Report(failure);
                else connected.Gate.Worked();
            }

            await Task.Delay(wait, time, ct);
        }
    }

    // What changed before the first whole reading is known by it; the sweep goes on from there.
    private async Task SweepAsync(Connected connected, IErpStock stock, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var wait = Follow;
            if (Wanting(connected) is { Count: > 0 } pairs && (await listing.StandAsync(connected, ct)).FirstBegan is > 0 and var began)
            {
                var schedule = new SweepSchedule { Every = pairs.Min(pair => pair.Sweeps.Every), Overlap = pairs.Max(pair => pair.Sweeps.Overlap) };
                var target = new SweepTarget(
                    LookKey.OfConnection(connected.Name), Entities.Stock, pairs[0].Name, LaneNames.Stock, UnixTime.FromUnixMs(began) - schedule.Overlap, schedule, stock.ChangedSinceAsync);
                if (await sweeps.RunAsync(target, ct) is { } failure) connected.Gate.Report(failure);
                else connected.Gate.Worked();
                wait = schedule.Every;
            }

            await Task.Delay(wait, time, ct);
        }
    }

    private static List<PairDefinition> Wanting(Connected connected) =>
        [.. connected.Pairs.Where(pair => pair.Erp.Name == connected.Name && pair.Lanes.Stock is not null)];
}
