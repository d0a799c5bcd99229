using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Platform.Database;

namespace Integration.Connectors.Looks;

/// <summary>One entity that a lane reads: how, what counts as a change, and what is sent on.</summary>
/// <typeparam name="T">The record as the port reads it.</typeparam>
internal interface ILookSource<T>
{
    string Scope { get; }

    string Entity { get; }

    /// <summary>Reads one record afresh.</summary>
    Task<ReadOutcome<T>> ReadAsync(string id, CancellationToken ct);

    LookContent Describe(T value);

    /// <summary>Enqueues what follows from changed content. Enqueue nothing when the answer is <see cref="LookDecision.Later"/>.</summary>
    Task<LookDecision> ChangedAsync(IUnit unit, LookRow row, long sequence, T value, IReadOnlyList<OutsideCall> calls, CancellationToken ct);

    /// <summary>A record that was read before is gone for good.</summary>
    Task<string> GoneAsync(IUnit unit, LookRow row, long sequence, IReadOnlyList<OutsideCall> calls, CancellationToken ct);

    /// <summary>The record is there and cannot be understood.</summary>
    Task UnreadableAsync(IUnit unit, LookRow row, IReadOnlyList<Reason> reasons, IReadOnlyList<OutsideCall> calls, CancellationToken ct);
}
