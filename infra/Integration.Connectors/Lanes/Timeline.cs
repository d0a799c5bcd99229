using System.Diagnostics;
using System.Text.Json;
using Integration.Connectors.Privacy;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;

namespace Integration.Connectors.Lanes;

/// <summary>Writes a record's timeline and attention entries, in the transaction of what they tell.</summary>
internal sealed class Timeline(IOutbox outbox, IntegrationMetrics metrics, TimeProvider time)
{
    /// <summary>One line of an order's timeline.</summary>
    public Task<Guid> TellAsync(
        IUnit unit, string lane, OrderKey key, string number, string summary, string? state, IReadOnlyList<OutsideCall> calls, CancellationToken ct, string? erpNumber = null) =>
        TellAsync(unit, lane, RecordOf(key, number), summary, state, calls, ct, erpNumber);

    /// <summary>One line of a record's timeline.</summary>
    public Task<Guid> TellAsync(
        IUnit unit, string lane, RecordKey record, string summary, string? state, IReadOnlyList<OutsideCall> calls, CancellationToken ct, string? erpNumber = null) =>
        outbox.EnqueueAsync(unit, Queues.Console, new ActivityRecorded
        {
            Pair = record.Pair,
            Lane = lane,
            Entity = record.Entity,
            RecordId = record.Id,
            Number = record.Number,
            Summary = Discretion.Apply(summary),
            State = state,
            ErpNumber = erpNumber,
            Calls = calls,
            At = time.GetUtcNow(),
            TraceId = TraceId(),
        }, ct);

    /// <summary>Puts the order on the attention list.</summary>
    public Task<Guid> RaiseAsync(
        IUnit unit, string lane, OrderKey key, string number, string @class, IReadOnlyList<Reason> reasons, string advice, RetryMessage? retry, CancellationToken ct) =>
        RaiseAsync(unit, lane, RecordOf(key, number), @class, reasons, advice, retry, ct);

    /// <summary>Puts the record on the attention list; with a queue for decisions a person may say there whose values are kept.</summary>
    public Task<Guid> RaiseAsync(
        IUnit unit, string lane, RecordKey record, string @class, IReadOnlyList<Reason> reasons, string advice, RetryMessage? retry, CancellationToken ct,
        string? decisionQueue = null)
    {
        unit.AfterCommit(() => metrics.Failed(record.Pair, lane, @class));
        return outbox.EnqueueAsync(unit, Queues.Console, new AttentionRaised
        {
            Pair = record.Pair,
            Lane = lane,
            Entity = record.Entity,
            RecordId = record.Id,
            Number = record.Number,
            Class = @class,
            // What the mapping says may repeat a value, too.
            Reasons = [.. reasons.Select(reason => reason with { Message = Discretion.Apply(reason.Message) })],
            Advice = advice,
            Retry = retry,
            DecisionQueue = decisionQueue,
            At = time.GetUtcNow(),
            TraceId = TraceId(),
        }, ct);
    }

    /// <summary>Takes the order's entries of a class off the attention list.</summary>
    public Task<Guid> ClearAsync(IUnit unit, OrderKey key, string @class, string why, CancellationToken ct) =>
        ClearAsync(unit, RecordOf(key, ""), @class, why, ct);

    /// <summary>Takes the record's entries of a class (null: of any) off the attention list.</summary>
    public Task<Guid> ClearAsync(IUnit unit, RecordKey record, string? @class, string why, CancellationToken ct) =>
        outbox.EnqueueAsync(unit, Queues.Console, new AttentionCleared(record.Pair, record.Entity, record.Id, @class, why, time.GetUtcNow()), ct);

    /// <summary>What a retry sends.</summary>
    public static RetryMessage Retry<T>(string queue, T message) where T : class =>
        new(queue, MessageTypes.NameOf(typeof(T)), JsonSerializer.Serialize(message, ContractsJson.Options));

    private static RecordKey RecordOf(OrderKey key, string number) => new(key.Pair, Entities.Order, key.OrderId, number);

    private static string TraceId() => Activity.Current?.TraceId.ToHexString() ?? "";
}
