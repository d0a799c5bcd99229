using System.Diagnostics;
using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes;

/// <summary>Writes an order's timeline and attention entries, in the transaction of what they tell.</summary>
internal sealed class Timeline(IOutbox outbox, IntegrationMetrics metrics, TimeProvider time)
{
    /// <summary>One line of the timeline.</summary>
    public Task<Guid> TellAsync(
        IUnit unit, string lane, OrderKey key, string number, string summary, string? state, IReadOnlyList<OutsideCall> calls, CancellationToken ct, string? erpNumber = null) =>
        outbox.EnqueueAsync(unit, Queues.Console, new ActivityRecorded
        {
            Pair = key.Pair,
            Lane = lane,
            Entity = Entities.Order,
            RecordId = key.OrderId,
            Number = number,
            Summary = summary,
            State = state,
            ErpNumber = erpNumber,
            Calls = calls,
            At = time.GetUtcNow(),
            TraceId = TraceId(),
        }, ct);

    /// <summary>Puts the order on the attention list.</summary>
    public Task<Guid> RaiseAsync(
        IUnit unit, string lane, OrderKey key, string number, string @class, IReadOnlyList<Reason> reasons, string advice, RetryMessage? retry, CancellationToken ct)
    {
        unit.AfterCommit(() => metrics.Failed(key.Pair, lane, @class));
        return outbox.EnqueueAsync(unit, Queues.Console, new AttentionRaised
        {
            Pair = key.Pair,
            Lane = lane,
            Entity = Entities.Order,
            RecordId = key.OrderId,
            Number = number,
            Class = @class,
            Reasons = reasons,
            Advice = advice,
            Retry = retry,
            At = time.GetUtcNow(),
            TraceId = TraceId(),
        }, ct);
    }

    /// <summary>Takes the order's entries of a class off the attention list.</summary>
    public Task<Guid> ClearAsync(IUnit unit, OrderKey key, string @class, string why, CancellationToken ct) =>
        outbox.EnqueueAsync(unit, Queues.Console, new AttentionCleared(key.Pair, Entities.Order, key.OrderId, @class, why, time.GetUtcNow()), ct);

    /// <summary>What a retry sends.</summary>
    public static RetryMessage Retry<T>(string queue, T message) where T : class =>
        new(queue, MessageTypes.NameOf(typeof(T)), JsonSerializer.Serialize(message, ContractsJson.Options));

    private static string TraceId() => Activity.Current?.TraceId.ToHexString() ?? "";
}
