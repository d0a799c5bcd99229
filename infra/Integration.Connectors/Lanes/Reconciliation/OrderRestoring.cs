using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Http;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Reconciliation;

/// <summary>
/// Lets an order be written anew that the ERP has lost. Its effect says done, and done is done: only a look that finds the order neither by our
/// reference nor by its own number takes that back, and only if nobody touched the claim since (<c>docs/adr/0073-healing-takes-back-a-claim.md</c>).
/// </summary>
internal sealed class OrderRestoring(
    IDatabase database, EffectStore store, OwnClaims own, LaneMessage messages, IOutbox outbox, Timeline timeline, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>Looks, and takes the claim back when the order is gone.</summary>
    public async Task<EffectRun.Postponed?> RunAsync(Connected connected, IErp erp, RestoreSalesOrder asked, Receipt receipt, CallLog log, CancellationToken ct)
    {
        var key = OrderEffects.Create(connected, asked.Reference);
        if (connected.Pair(asked.Key.Pair) is not { Mode: PairMode.Live }) return await TellAsync(asked, receipt, log, "Missing in the ERP; the pair only observes, so nothing is sent.", ct);
        using var begun = own.TryBegin(key.ToString());
        if (begun is null) return new EffectRun.Postponed(time.GetUtcNow() + Soon, "Another worker is at it.");
        var before = await database.ReadAsync((unit, token) => EffectStore.FindAsync(unit, key, token), ct);
        if (before is { InDoubt: true }) return await TellAsync(asked, receipt, log, "Missing in the ERP, but an earlier submission may still be carried out.", ct);
        var (there, failure) = await LookAsync(erp, asked.Reference, before, ct);
        if (failure is not null) return new EffectRun.Postponed(time.GetUtcNow() + Soon, "The look for the order failed.", failure);
        if (there is not null) return await TellAsync(asked, receipt, log, there, ct);
        await messages.OnceAsync(receipt, async (unit, token) =>
        {
            if (before is { State: EffectStates.Done } && !await store.TakeBackAsync(unit, before, token)) return;
            await outbox.EnqueueAsync(unit, Queues.OrderToCash(asked.Key.Pair), new SalesOrderLost(asked.Key, asked.Reference, asked.Operator), token);
            await timeline.TellAsync(unit, LaneNames.Reconciliation, asked.Key, asked.Number, "The ERP has lost the order: looked for by reference and by number, and not found.", null, log.Calls, token);
        }, ct);
        return null;
    }

    private static async Task<(string? There, WriteOutcome? Failure)> LookAsync(IErp erp, string reference, EffectRow? before, CancellationToken ct)
    {
        switch (await erp.SalesOrders.FindByReferenceAsync(reference, ct))
        {
            case LookOutcome.Failed failed:
                return (null, failed.Outcome);
            case LookOutcome.Same or LookOutcome.Different:
                return ("Looked for in the ERP: the order is there.", null);
        }

        if (before?.Ref is not { } known) return (null, null);
        return await erp.Fulfilment.ReadOrderAsync(known.Id, ct) switch
        {
            ReadOutcome<ErpOrderProgress>.NotFound => (null, null),
            ReadOutcome<ErpOrderProgress>.Failed failed => (null, failed.Outcome),
            // Another record may stand under a number that was given anew; ours without its reference may be meant by it.
            ReadOutcome<ErpOrderProgress>.Found { Value.Reference.Length: > 0 } => (null, null),
            _ => ($"Order {known.Number} stands in the ERP without our reference {reference}: nothing is sent. Enter the reference there, or delete the order.", null),
        };
    }

    private async Task<EffectRun.Postponed?> TellAsync(RestoreSalesOrder asked, Receipt receipt, CallLog log, string summary, CancellationToken ct)
    {
        await messages.OnceAsync(receipt, (unit, token) => timeline.TellAsync(unit, LaneNames.Reconciliation, asked.Key, asked.Number, summary, null, log.Calls, token), ct);
        return null;
    }
}
