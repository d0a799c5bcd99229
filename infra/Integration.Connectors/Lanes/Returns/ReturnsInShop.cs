using Integration.Connectors.Pairs;
using Integration.Connectors.Pairs.Lanes;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Returns;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Tells from each reading of an order what has come back, and sends it to the ERP once.</summary>
internal sealed class ReturnsInShop(RefundWatch refunds, IOutbox outbox, Timeline timeline, IntegrationMetrics metrics, TimeProvider time)
{
    /// <summary>Sees an order that was taken, in the transaction that keeps its reading.</summary>
    public async Task SeeAsync(IUnit unit, PairDefinition pair, Order order, CancellationToken ct)
    {
        if (pair.Lanes.Returns is not { } lane) return;
        var known = await ReturnBook.FindAsync(unit, order.Key, ct);
        // Most orders never come back: nothing is kept of them.
        if (known is null && (!lane.ToErp || WantedReturns.Next(lane, order, new ReturnsOfOrder(), new HashSet<string>()) is null)) return;
        known = await ReturnBook.LockAsync(unit, order.Key, ct);
        var before = known;
        if (lane.ToErp) known = await WithdrawnAsync(unit, lane, order, await WantedAsync(unit, pair, lane, order, known, ct), ct);
        known = await refunds.FollowAsync(unit, pair, order, known, ct);
        if (!ReferenceEquals(before, known)) await ReturnBook.StoreAsync(unit, order.Key, known, ct);
    }

    private async Task<ReturnsOfOrder> WantedAsync(IUnit unit, PairDefinition pair, ReturnLane lane, Order order, ReturnsOfOrder known, CancellationToken ct)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        while (WantedReturns.Next(lane, order, known, refused) is { } wanted)
        {
            if (wanted.Problems.Count > 0)
            {
                refused.Add(wanted.Id);
                known = await RefuseAsync(unit, order, known, wanted, ct);
                continue;
            }

            var goods = new ReturnAmounts(order).Fill(Frame(pair, order, wanted), WantedReturns.SoFar(order, known), wanted.Lines, wanted.Charges);
            await outbox.EnqueueAsync(unit, Queues.Write(pair.Name, LaneNames.Returns + LaneNames.ToErp), new SubmitReturn(order.Key, goods), ct);
            await timeline.TellAsync(unit, LaneNames.Returns, order.Key, order.Number,
                $"Return {goods.Id} seen in the shop: {goods.Lines.Sum(line => line.Quantity):0.####} piece(s), {new Money(goods.Total, goods.Currency)}.", null, [], ct);
            unit.AfterCommit(() => metrics.In(pair.Name, LaneNames.Returns));
            known = known with { FromShop = new(known.FromShop) { [wanted.Id] = new ShopReturn(goods) }, Refused = Without(known.Refused, wanted.Id) };
        }

        return known;
    }

    private async Task<ReturnsOfOrder> RefuseAsync(IUnit unit, Order order, ReturnsOfOrder known, WantedReturn wanted, CancellationToken ct)
    {
        var told = string.Join(' ', wanted.Problems);
        if (known.Refused.GetValueOrDefault(wanted.Id) == told) return known;
        await timeline.RaiseAsync(unit, LaneNames.Returns, order.Key, order.Number, AttentionClasses.ReturnRefused,
            [.. wanted.Problems.Select(problem => new Reason($"return {wanted.Id}", problem))], "Correct the return in the shop; it is then read again by itself.", null, ct);
        return known with { Refused = new(known.Refused) { [wanted.Id] = told } };
    }

    private async Task<ReturnsOfOrder> WithdrawnAsync(IUnit unit, ReturnLane lane, Order order, ReturnsOfOrder known, CancellationToken ct)
    {
        foreach (var (id, sent) in known.FromShop.ToList())
        {
            var withdrawn = !WantedReturns.StillSays(lane, order, sent.Return);
            if (withdrawn == sent.Withdrawn) continue;
            known = known with { FromShop = new(known.FromShop) { [id] = sent with { Withdrawn = withdrawn } } };
            if (withdrawn)
            {
                await timeline.RaiseAsync(unit, LaneNames.Returns, order.Key, order.Number, AttentionClasses.ReturnWithdrawn,
                    [new Reason($"return {id}", "The shop no longer shows this return as it was sent to the ERP.")],
                    $"If the goods do not come back, cancel the ERP's return with the reference {sent.Return.Reference}, or correct it; otherwise mark this entry done.", null, ct);
            }
            else
            {
                await timeline.ClearAsync(unit, order.Key, AttentionClasses.ReturnWithdrawn, "The shop shows the return again.", ct);
            }
        }

        return known;
    }

    private GoodsReturn Frame(PairDefinition pair, Order order, WantedReturn wanted) => new()
    {
        Id = wanted.Id,
        OrderReference = order.Reference,
        Number = order.Number,
        LocalDate = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), pair.TimeZone).DateTime),
        Currency = order.Currency,
        Reason = wanted.Reason,
    };

    private static Dictionary<string, string> Without(Dictionary<string, string> table, string key) =>
        table.Where(entry => entry.Key != key).ToDictionary(StringComparer.Ordinal);
}
