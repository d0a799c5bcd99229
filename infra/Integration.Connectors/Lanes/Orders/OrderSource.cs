using System.Text.Json;
using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Returns;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Contracts.Storefront;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Reads the storefront orders of one pair and tells the saga what became of them.</summary>
internal sealed class OrderSource(
    Connected connected, string pairName, IStorefrontOrders orders, ReturnsInShop returns, IOutbox outbox, Timeline timeline, IntegrationMetrics metrics) : ILookSource<Order>
{
    public string Scope => pairName;

    public string Entity => Entities.Order;

    private PairDefinition Pair => connected.Pair(pairName)
        ?? throw new InvalidOperationException($"Pair {pairName} is gone; its reader is about to stop.");

    public async Task<ReadOutcome<Order>> ReadAsync(string id, CancellationToken ct)
    {
        var pair = Pair;
        var outcome = await orders.ReadAsync(pair, id, ct);
        return outcome is ReadOutcome<Order>.Found found
            ? new ReadOutcome<Order>.Found(OrderChecks.WithRounding(CardNumbers.Remove(found.Value), pair.RoundingLimit))
            : outcome;
    }

    public LookContent Describe(Order order)
    {
        var pair = Pair;
        // Our own status writes, and stamps that move by themselves, are no change of the order.
        var matters = order.FulfilmentStatus is FulfilmentStatus.WillNotDeliver or FulfilmentStatus.Returned;
        var business = order with
        {
            ChangedAt = default,
            PlacedAt = default,
            FulfilmentStatus = matters ? order.FulfilmentStatus : FulfilmentStatus.Unknown,
            FulfilmentStatusCode = "",
        };
        // A changed rule must judge an unchanged order again.
        var rule = new { takes = pair.ImportRule.Takes(order), pair.RoundingLimit, pair.From };
        return new LookContent(
            JsonSerializer.Serialize(business, ContractsJson.Options) + JsonSerializer.Serialize(rule, ContractsJson.Options),
            JsonSerializer.SerializeToUtf8Bytes(order, ContractsJson.Options),
            TimeSpan.FromDays(pair.SnapshotDays), order.ChangedAt, order.Customer.Email);
    }

    public async Task<LookDecision> ChangedAsync(IUnit unit, LookRow row, long sequence, Order order, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var pair = Pair;
        var memory = OrderMemory.Parse(row.Note);
        if (order.PlacedAt < pair.From && !memory.Taken && !IsHistory(row, order)) return Remember(false, OrderMemory.TooOld);
        if (order.PaymentStatus is PaymentStatus.Cancelled or PaymentStatus.Declined)
        {
            await CancelledAsync(unit, memory, order.Key, sequence, order.Number, order.PaymentStatus == PaymentStatus.Declined ? "Declined in the shop." : "Cancelled in the shop.", calls, ct);
            return Remember(memory.Taken, OrderMemory.Cancelled);
        }

        if (!memory.Taken && !pair.ImportRule.Takes(order))
        {
            await timeline.TellAsync(unit, LaneNames.Orders, order.Key, order.Number,
                $"Read in the shop; not taken yet (payment {order.PaymentStatus}, fulfilment {order.FulfilmentStatus}).", RecordStates.Waiting, calls, ct);
            return Remember(false, OrderMemory.Waiting);
        }

        if (OrderChecks.Problems(order) is { Count: > 0 } problems)
        {
            await timeline.TellAsync(unit, LaneNames.Orders, order.Key, order.Number, "Read in the shop; it cannot be taken as it is.", RecordStates.Attention, calls, ct);
            await timeline.RaiseAsync(unit, LaneNames.Orders, order.Key, order.Number, AttentionClasses.InvalidOrder,
                [.. problems.Select(problem => new Reason(problem.Field, problem.Message))], "Correct the order in the shop, then retry.", Reread(row.Id), ct);
            return Remember(memory.Taken, OrderMemory.Invalid);
        }

        if (memory.State == OrderMemory.Invalid)
        {
            await timeline.ClearAsync(unit, order.Key, AttentionClasses.InvalidOrder, "The order is in order now.", ct);
        }

        await TakeAsync(unit, memory, sequence, order, row.FoundBy, calls, ct);
        if (memory.Taken) await returns.SeeAsync(unit, pair, order, ct);
        return Remember(true, OrderMemory.Live);

        LookDecision Remember(bool taken, string state) => new(new OrderMemory(taken, state, order.Number).ToString());
    }

    public async Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var memory = OrderMemory.Parse(row.Note);
        if (memory.State == OrderMemory.TooOld) return row.Note;
        await CancelledAsync(unit, memory, new OrderKey(pairName, row.Id), sequence, memory.Number, "Deleted in the shop.", calls, ct);
        return (memory with { State = OrderMemory.Cancelled }).ToString();
    }

    public async Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var key = new OrderKey(pairName, row.Id);
        var number = OrderMemory.Parse(row.Note).Number is { Length: > 0 } known ? known : row.Id;
        await timeline.TellAsync(unit, LaneNames.Orders, key, number, "The order could not be understood.", RecordStates.Attention, calls, ct);
        await timeline.RaiseAsync(unit, LaneNames.Orders, key, number, AttentionClasses.Unreadable, reasons, "Mend the cause, then retry.", Reread(row.Id), ct);
    }

    // Only a backfill that says so brings what is older than the pair.
    private static bool IsHistory(LookRow row, Order order) => row.HistorySince is { } since && order.PlacedAt.ToUnixMs() >= since;

    private async Task TakeAsync(IUnit unit, OrderMemory memory, long sequence, Order order, string foundBy, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        var queue = Queues.OrderToCash(pairName);
        if (memory.Taken)
        {
            await outbox.EnqueueAsync(unit, queue, new OrderChanged(order.Key, sequence, order, foundBy), ct);
            await timeline.TellAsync(unit, LaneNames.Orders, order.Key, order.Number, $"Changed in the shop (found by {foundBy}).", null, calls, ct);
            return;
        }

        await outbox.EnqueueAsync(unit, queue, new OrderPlaced(order.Key, sequence, order, foundBy), ct);
        await timeline.TellAsync(unit, LaneNames.Orders, order.Key, order.Number, $"Taken from the shop (found by {foundBy}).", RecordStates.InProgress, calls, ct);
        unit.AfterCommit(() => metrics.In(pairName, LaneNames.Orders));
    }

    private async Task CancelledAsync(
        IUnit unit, OrderMemory memory, OrderKey key, long sequence, string number, string reason, IReadOnlyList<OutsideCall> calls, CancellationToken ct)
    {
        if (memory.State == OrderMemory.Cancelled) return;
        if (memory.Taken) await outbox.EnqueueAsync(unit, Queues.OrderToCash(pairName), new OrderCancelledInStore(key, sequence, number, reason), ct);
        if (memory.State == OrderMemory.Invalid) await timeline.ClearAsync(unit, key, AttentionClasses.InvalidOrder, reason, ct);
        await timeline.TellAsync(unit, LaneNames.Orders, key, number, reason, memory.Taken ? null : RecordStates.Cancelled, calls, ct);
    }

    private RetryMessage Reread(string id) =>
        Timeline.Retry(Queues.OrdersRead(pairName), new RereadRecord(pairName, Entities.Order, id, "console"));
}
