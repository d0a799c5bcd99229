using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes.Stock.Reserving;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Faults;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Status;

/// <summary>Carries out writes to storefront orders as effects and tells the saga.</summary>
internal sealed class StorefrontWriting(
    EffectRunner effects, LaneMessage messages, OrderStock stock, IInbox inbox, IOutbox outbox, Timeline timeline, IntegrationMetrics metrics)
{
    /// <summary>Writes; <paramref name="last"/> is false when further writes of the same message follow, which then take the receipt.</summary>
    public async Task<EffectRun.Postponed?> RunAsync(Connected connected, StorefrontWrite write, string detail, bool last, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (connected.Pair(write.Key.Pair) is not { Mode: PairMode.Live })
        {
            return await TellAsync(write.Key, write.Number, write.Operation, StorefrontDetails.Observed, $"Observed only; live it would write: {write.What}.", last, receipt, log, ct);
        }

        var run = await effects.RunAsync(
            new EffectIntent
            {
                Key = new EffectKey(connected.Name, Entities.Order, $"{write.Key.OrderId} {write.Value}".TrimEnd(), write.Operation),
                Subject = $"{write.Key.Pair}/{write.Key.OrderId}",
                Revision = write.Revision,
                RepeatsByRevision = write.Revised,
                DifferentIsWritten = true,
                CallTime = connected.Definition.Deadline * 3,
                QuietTime = ((IStorefront)connected.Connector).LongestLateCommit,
                UniqueReference = write.AddsOnce is { } once && await once(ct),
                Epoch = connected.Epoch,
                Look = write.Look,
                Write = async token =>
                {
                    var outcome = await write.Write(token);
                    CrashPoints.Hit("after-status-write");
                    return outcome;
                },
            },
            (unit, outcome, token) => CompleteAsync(unit, connected, write, detail, outcome, last, receipt, log, token),
            ct);
        return run switch
        {
            EffectRun.Postponed postponed => postponed,
            EffectRun.Superseded or EffectRun.Forbidden when last =>
                await TellAsync(write.Key, write.Number, null, "", $"Not written, a newer one is there already: {write.What}.", last, receipt, log, ct),
            _ => null,
        };
    }

    /// <summary>Ends a message that leads to no write.</summary>
    public async Task<EffectRun.Postponed?> TellAsync(
        OrderKey key, string number, string? operation, string detail, string summary, bool last, Receipt receipt, CallLog log, CancellationToken ct)
    {
        if (last)
        {
            await messages.OnceAsync(receipt, async (unit, token) =>
            {
                await AnswerAsync(unit, key, operation, detail, token);
                await timeline.TellAsync(unit, LaneNames.Status, key, number, summary, null, log.Calls, token);
            }, ct);
        }

        return null;
    }

    /// <summary>Puts the order on the attention list.</summary>
    public async Task<EffectRun.Postponed?> RaiseAsync(
        OrderKey key, string number, string @class, IReadOnlyList<Reason> reasons, string advice, RetryMessage retry, Receipt receipt, CallLog log, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => RaiseAsync(unit, key, number, @class, reasons, advice, retry, log, token), ct);
        return null;
    }

    private async Task CompleteAsync(IUnit unit, Connected connected, StorefrontWrite write, string detail, WriteOutcome outcome, bool last, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var refused = outcome switch
        {
            WriteOutcome.Rejected rejected => rejected.Reasons,
            WriteOutcome.Differs differs => differs.Fields,
            _ => null,
        };
        if ((last || refused is not null) && !await inbox.TakeAsync(unit, receipt, ct)) return;
        if (refused is not null)
        {
            var @class = outcome is WriteOutcome.Differs ? AttentionClasses.Differs : AttentionClasses.RejectedByStorefront;
            await RaiseAsync(unit, write.Key, write.Number, @class, refused, $"The shop did not take: {write.What}. Mend the cause, then retry.", write.Retry, log, ct);
            return;
        }

        if (write.Operation is StorefrontOperations.FulfilmentStatus or StorefrontOperations.Cancelled) await stock.WrittenAsync(unit, connected.Pair(write.Key.Pair), write.Key, ct);
        await timeline.TellAsync(unit, LaneNames.Status, write.Key, write.Number,
            $"{(outcome is WriteOutcome.Done ? "Written to the shop" : "The shop shows it already")}: {write.What}.", null, log.Calls, ct);
        if (last) await AnswerAsync(unit, write.Key, write.Operation, detail, ct);
        unit.AfterCommit(() => metrics.Out(write.Key.Pair, LaneNames.Status));
    }

    // The saga waits for nothing else: the other writes end on the timeline.
    private Task AnswerAsync(IUnit unit, OrderKey key, string? operation, string detail, CancellationToken ct) => operation == StorefrontOperations.Cancelled
        ? outbox.EnqueueAsync(unit, Queues.OrderToCash(key.Pair), new StorefrontOrderUpdated(key, operation, detail), ct)
        : Task.CompletedTask;

    private async Task RaiseAsync(
        IUnit unit, OrderKey key, string number, string @class, IReadOnlyList<Reason> reasons, string advice, RetryMessage retry, CallLog log, CancellationToken ct)
    {
        await timeline.TellAsync(unit, LaneNames.Status, key, number, $"Not written to the shop ({@class}).", null, log.Calls, ct);
        await timeline.RaiseAsync(unit, LaneNames.Status, key, number, @class, reasons, advice, retry, ct);
    }
}
