using System.Diagnostics;
using System.Text.Json;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Messaging;

/// <summary>
/// Collects a unit's messages, writes them in one statement before the commit, and hands what is due at once to the
/// relay in memory: a row is written once and deleted once, never searched for, unless this process dies.
/// </summary>
internal sealed class Outbox(
    MessageTypes types, OutboxSignal signal, IOptions<MessagingOptions> options, TimeProvider clock) : IOutbox
{
    public async Task<Guid> EnqueueAsync<T>(
        IUnit unit, string queue, T message, CancellationToken ct, OutboxSend? options = null)
        where T : class
    {
        var pending = PendingOf(unit);
        if (options?.TimerKey is { } key)
        {
            await pending.DropTimerAsync(unit, key, ct);
        }

        var row = Row(queue, message, options ?? new OutboxSend());
        pending.Add(row);
        return Guid.Parse(row.Id);
    }

    public Task CancelTimerAsync(IUnit unit, string timerKey, CancellationToken ct) =>
        PendingOf(unit).DropTimerAsync(unit, timerKey, ct);

    public Task<int> BringForwardAsync(IUnit unit, string keyPrefix, CancellationToken ct) => unit.ExecuteAsync(
        "UPDATE outbox SET due_at = @now WHERE substr(timer_key, 1, @length) = @keyPrefix AND due_at > @now",
        new { now = clock.UnixMs(), keyPrefix, length = keyPrefix.Length }, ct);

    private PendingRows PendingOf(IUnit unit)
    {
        if (unit.Items.TryGetValue(typeof(PendingRows), out var known))
        {
            return (PendingRows)known;
        }

        var pending = new PendingRows();
        unit.BeforeCommit(ct => pending.WriteAsync(unit, ct));
        unit.AfterCommit(() => signal.Announce(pending.Written));
        unit.Items[typeof(PendingRows)] = pending;
        return pending;
    }

    private OutboxRow Row<T>(string queue, T message, OutboxSend send)
        where T : class
    {
        var now = clock.UnixMs();
        var due = send.DueAt?.ToUnixMs() ?? now;
        var isDue = due <= now;
        var activity = Activity.Current;
        return new OutboxRow
        {
            Id = (send.MessageId ?? Guid.CreateVersion7(clock.GetUtcNow())).ToString(),
            Queue = queue,
            MessageType = types.Require(message.GetType()),
            Body = JsonSerializer.Serialize(message, message.GetType(), ContractsJson.Options),
            CorrelationId = send.CorrelationId?.ToString(),
            TraceParent = activity?.Id,
            TraceState = activity?.TraceStateString,
            TimerKey = send.TimerKey,
            CreatedAt = now,
            DueAt = isDue ? now + (long)OutboxStore.Rest(options.Value).TotalMilliseconds : due,
            Attempts = isDue ? 1 : 0,
            IsClaimed = isDue,
        };
    }
}
