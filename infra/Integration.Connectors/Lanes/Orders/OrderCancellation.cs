using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Cancels an order in the ERP, or makes sure that a submission still under way is never written.</summary>
internal sealed class OrderCancellation(
    IDatabase database, EffectStore store, EffectRunner effects, OwnClaims own, LaneMessage messages, IInbox inbox, IOutbox outbox, Timeline timeline, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>Handles a cancellation.</summary>
    public async Task<EffectRun.Postponed?> RunAsync(Connected connected, IErp erp, CancelSalesOrder cancel, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var key = OrderEffects.Create(connected, cancel.Reference);
        var submit = await ForbidAsync(key, cancel, ct);
        var erpOrder = cancel.ErpOrder ?? (submit.InDoubt ? null : submit.Ref);
        if (erpOrder is null && submit.InDoubt)
        {
            if (own.IsAlive(submit, connected.Epoch, time.UnixMs())) return new EffectRun.Postponed(time.GetUtcNow() + Soon, "The submission is under way.");
            switch (await erp.SalesOrders.FindByReferenceAsync(cancel.Reference, ct))
            {
                case LookOutcome.Same same:
                    erpOrder = same.Ref;
                    break;
                case LookOutcome.Different different:
                    erpOrder = different.Ref;
                    break;
                case LookOutcome.Failed failed:
                    return new EffectRun.Postponed(time.GetUtcNow() + Soon, "The look for the order failed.", failed.Outcome);
                case LookOutcome.NotFound when time.UnixMs() < submit.QuietUntil:
                    return new EffectRun.Postponed(UnixTime.FromUnixMs(submit.QuietUntil), "The submission may still be carried out.");
            }
        }

        if (erpOrder is not null && connected.Pair(cancel.Key.Pair) is not { Mode: PairMode.Live }) return await RefuseAsync(cancel, receipt, log, ct);
        if (erpOrder is not null) return await CancelAsync(connected, erp, cancel, erpOrder, receipt, log, ct);
        await messages.OnceAsync(receipt, (unit, token) => CancelledAsync(unit, cancel, wasInErp: false, "Cancelled before the ERP had it.", log, token), ct);
        return null;
    }

    private Task<EffectRow> ForbidAsync(EffectKey key, CancelSalesOrder cancel, CancellationToken ct) => database.TransactAsync(
        async (unit, token) =>
        {
            var row = await store.LockAsync(unit, key, OrderEffects.Subject(cancel.Key), token);
            await EffectStore.ForbidAsync(unit, row, cancel.UpToAttempt, token);
            return row;
        },
        ct);

    private async Task<EffectRun.Postponed?> RefuseAsync(CancelSalesOrder cancel, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, async (unit, token) =>
        {
            await outbox.EnqueueAsync(unit, Queues.OrderToCash(cancel.Key.Pair),
                new SalesOrderCancelRefused(cancel.Key, [new Reason("mode", "The pair only observes, so nothing is cancelled in the ERP.")]), token);
            await timeline.TellAsync(unit, LaneNames.Orders, cancel.Key, NumberOf(cancel), "Observed only; live it would cancel the ERP's order.", null, log.Calls, token);
        }, ct);
        return null;
    }

    private async Task<EffectRun.Postponed?> CancelAsync(
        Connected connected, IErp erp, CancelSalesOrder cancel, RecordRef erpOrder, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var run = await effects.RunAsync(
            new EffectIntent
            {
                Key = OrderEffects.Cancel(connected, cancel.Reference, erpOrder.Id),
                Subject = OrderEffects.Subject(cancel.Key),
                Revision = cancel.UpToAttempt,
                CallTime = connected.Definition.Deadline * 3,
                QuietTime = TimeSpan.Zero,
                // The port looks by itself, and cancelling twice is the same as once.
                UniqueReference = true,
                Epoch = connected.Epoch,
                Look = _ => Task.FromResult<LookOutcome>(new LookOutcome.NotFound()),
                Write = token => erp.SalesOrders.CancelAsync(erpOrder.Id, token),
            },
            async (unit, outcome, token) =>
            {
                if (!await inbox.TakeAsync(unit, receipt, token)) return;
                if (outcome is WriteOutcome.Done or WriteOutcome.AlreadyDone)
                {
                    await store.SetStateAsync(unit, OrderEffects.Create(connected, cancel.Reference), EffectStates.Cancelled, token);
                    await CancelledAsync(unit, cancel, wasInErp: true, $"Cancelled in the ERP ({erpOrder.Number}).", log, token);
                    return;
                }

                IReadOnlyList<Reason> reasons = outcome is WriteOutcome.Rejected rejected ? rejected.Reasons : outcome is WriteOutcome.Differs differs ? differs.Fields : [];
                await outbox.EnqueueAsync(unit, Queues.OrderToCash(cancel.Key.Pair), new SalesOrderCancelRefused(cancel.Key, reasons), token);
                await timeline.TellAsync(unit, LaneNames.Orders, cancel.Key, NumberOf(cancel), "The ERP would not cancel the order.", RecordStates.Attention, log.Calls, token);
            },
            ct);
        return run as EffectRun.Postponed;
    }

    private async Task CancelledAsync(IUnit unit, CancelSalesOrder cancel, bool wasInErp, string summary, CallLog log, CancellationToken ct)
    {
        await outbox.EnqueueAsync(unit, Queues.OrderToCash(cancel.Key.Pair), new SalesOrderCancelled(cancel.Key, wasInErp), ct);
        await ObservedAsync(unit, cancel, ct);
        await timeline.TellAsync(unit, LaneNames.Orders, cancel.Key, NumberOf(cancel), summary, RecordStates.Cancelled, log.Calls, ct);
    }

    // An observed order that the shop cancelled must not be sent when the pair goes live.
    private static Task<int> ObservedAsync(IUnit unit, CancelSalesOrder cancel, CancellationToken ct) => unit.ExecuteAsync(
        "DELETE FROM observation WHERE pair = @Pair AND order_id = @OrderId", new { cancel.Key.Pair, cancel.Key.OrderId }, ct);

    private static string NumberOf(CancelSalesOrder cancel) => cancel.Reference[(cancel.Reference.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
