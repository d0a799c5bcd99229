using System.Text.Json;
using Integration.Console.DeadLetters;
using Integration.Console.Records;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using Microsoft.Extensions.Logging;

namespace Integration.Console.Attention;

/// <summary>What operators do with entries: retry, decide whose values are kept, and mark done. The entry's state and the message that it sends commit together.</summary>
internal sealed class AttentionActions(
    IDatabase database, IOutbox outbox, IDeadLetterReplay replay, MessageTypes types, TimeProvider clock, ILogger<AttentionActions> log)
{
    /// <summary>Retries one entry. <paramref name="version"/> is the version that the operator saw, or null for an open one as it stands.</summary>
    public async Task<RetryOutcome> RetryAsync(string key, int? version, string operatorName, CancellationToken ct)
    {
        AttentionRow? claimed = null;
        var note = $"Retried by {operatorName}.";
        var outcome = await ActAsync(key, version, (unit, row, token) => SendAsync(unit, claimed = row, note, token), ct);
        return outcome == RetryOutcome.Acted && IsLetter(claimed!) ? await ReplayAsync(claimed!, operatorName, ct) : outcome;
    }

    /// <summary>True for an entry that stands for a message which the broker holds: sending marks it only, <see cref="ReplayAsync"/> moves the message.</summary>
    public static bool IsLetter(AttentionRow row) => row.Entity == DeadLetterStore.Entity;

    /// <summary>Sends one entry's message and marks it as being retried, in the caller's transaction.</summary>
    public async Task<RetryOutcome> SendAsync(IUnit unit, AttentionRow row, string note, CancellationToken ct)
    {
        if (row.RetryMessage() is not { } message) return RetryOutcome.CannotRetry;
        if (!IsLetter(row))
        {
            if (Read(message) is not { } command) return RetryOutcome.CannotRetry;
            await outbox.EnqueueAsync(unit, message.Queue, command, ct);
        }

        return await MoveAsync(unit, row, AttentionState.Retrying, note, ct);
    }

    /// <summary>Tells the service that compares both sides whose values are kept (<see cref="DecideConflict"/>); what comes of it settles the entry or opens it again.</summary>
    public Task<RetryOutcome> DecideAsync(string key, int? version, string keep, string operatorName, CancellationToken ct) => ActAsync(key, version, async (unit, row, token) =>
    {
        if (row.DecisionQueue is not { } queue) return RetryOutcome.CannotDecide;
        await outbox.EnqueueAsync(unit, queue, new DecideConflict(row.Pair, row.Entity, row.RecordId, keep, operatorName), token);
        return await MoveAsync(unit, row, AttentionState.Retrying, $"{operatorName} keeps the {DecideConflict.Words(keep)}'s values.", token);
    }, ct);

    /// <summary>Marks one entry as done without sending anything.</summary>
    public Task<RetryOutcome> SettleAsync(string key, int? version, string operatorName, string note, CancellationToken ct) => ActAsync(
        key, version,
        (unit, row, token) => MoveAsync(unit, row, AttentionState.Settled, note.Length == 0 ? $"Done by {operatorName}." : $"Done by {operatorName}: {note}", token),
        ct);

    private Task<RetryOutcome> ActAsync(string key, int? version, Func<IUnit, AttentionRow, CancellationToken, Task<RetryOutcome>> act, CancellationToken ct) =>
        database.TransactAsync(async (unit, token) =>
        {
            var row = await AttentionStore.GetAsync(unit, key, token);
            if (row is null) return RetryOutcome.NotFound;
            // One that is being retried can be acted on again, by somebody who has seen that: its answer may never come.
            if (row.State == "settled" || (row.State != "open" && version is null) || (version is not null && version != row.Version)) return RetryOutcome.Superseded;
            return await act(unit, row, token);
        }, ct);

    private async Task<RetryOutcome> MoveAsync(IUnit unit, AttentionRow row, AttentionState state, string note, CancellationToken ct)
    {
        await AttentionStore.MoveAsync(unit, row.Key, state, note, clock.GetUtcNow(), ct);
        await NoteAsync(unit, row, note, ct);
        return RetryOutcome.Acted;
    }

    /// <summary>The broker holds the message: the entry is claimed first, so that two operators cannot both move it; a crash between leaves it shown as being retried.</summary>
    public async Task<RetryOutcome> ReplayAsync(AttentionRow row, string operatorName, CancellationToken ct)
    {
        var (state, note) = (AttentionState.Open, $"It could not be put back on {row.Lane}: the broker did not answer.");
        try
        {
            var found = await replay.ReplayAsync(row.Lane, DeadLetterStore.MessageIdOf(row), ct);
            (state, note) = found ? (AttentionState.Settled, $"Put back on {row.Lane} by {operatorName}.") : (AttentionState.Open, $"{row.Lane}.dead no longer holds the message.");
            return found ? RetryOutcome.Acted : RetryOutcome.Gone;
        }
        finally
        {
            await database.TransactAsync(
                (unit, token) => AttentionStore.MoveAsync(unit, row.Key, row.Version + 1, state, note, clock.GetUtcNow(), token), CancellationToken.None);
        }
    }

    private Task NoteAsync(IUnit unit, AttentionRow row, string note, CancellationToken ct) => RecordStore.NoteAsync(unit, new ActivityRecorded
    {
        Pair = row.Pair,
        Lane = row.Lane,
        Entity = row.Entity,
        RecordId = row.RecordId,
        Number = row.Number,
        Summary = $"{row.Class}: {note}",
        At = clock.GetUtcNow(),
    }, ct);

    private object? Read(RetryMessage retry)
    {
        try
        {
            if (types.Find(retry.Type) is { } type && JsonSerializer.Deserialize(retry.Body, type, ContractsJson.Options) is { } message) return message;
            log.LogError("A retry carries the message type {Type}, which the console does not know or finds empty.", retry.Type);
        }
        catch (JsonException)
        {
            log.LogError("A retry carries a {Type} that cannot be read.", retry.Type);
        }

        return null;
    }
}
