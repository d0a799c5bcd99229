using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Console.Attention;

/// <summary>What operators do with entries: retry and mark done. The entry's state and the message that it sends commit together.</summary>
internal sealed class AttentionActions(IDatabase database, IOutbox outbox, IDeadLetterReplay replay, MessageTypes types, TimeProvider clock)
{
    /// <summary>Retries one entry. <paramref name="version"/> is the version that the operator saw, or null for whatever stands there.</summary>
    public async Task<RetryOutcome> RetryAsync(string key, int? version, string operatorName, CancellationToken ct)
    {
        var deadLetter = await database.ReadAsync((unit, token) => AttentionStore.GetAsync(unit, key, token), ct);
        if (deadLetter is { Entity: DeadLetters.DeadLetterStore.Entity, Retry: not null })
        {
            // The broker holds the message: it is moved back first, and the entry follows; a crash between leaves the entry open, which is true.
            if (deadLetter.State != "open" || (version is not null && version != deadLetter.Version)) return RetryOutcome.Superseded;
            if (!await replay.ReplayAsync(deadLetter.Lane, Guid.Parse(deadLetter.RecordId), ct)) return RetryOutcome.NotFound;
            await database.TransactAsync((unit, token) => AttentionStore.MoveAsync(
                unit, key, AttentionState.Settled, $"Put back on {deadLetter.Lane} by {operatorName}.", clock.GetUtcNow(), token), ct);
            return RetryOutcome.Acted;
        }

        return await ActAsync(key, version, AttentionState.Retrying, $"Retried by {operatorName}.", send: true, ct);
    }

    /// <summary>Marks one entry as done without sending anything.</summary>
    public Task<RetryOutcome> SettleAsync(string key, int? version, string operatorName, string note, CancellationToken ct) =>
        ActAsync(key, version, AttentionState.Settled, note.Length == 0 ? $"Done by {operatorName}." : $"Done by {operatorName}: {note}", send: false, ct);

    private Task<RetryOutcome> ActAsync(string key, int? version, AttentionState state, string note, bool send, CancellationToken ct) =>
        database.TransactAsync(async (unit, token) =>
        {
            var row = await AttentionStore.GetAsync(unit, key, token);
            if (row is null) return RetryOutcome.NotFound;
            if (row.State != "open" || (version is not null && version != row.Version)) return RetryOutcome.Superseded;
            if (send)
            {
                if (row.RetryMessage() is not { } retry) return RetryOutcome.CannotRetry;
                await outbox.EnqueueAsync(unit, retry.Queue, Read(retry), token);
            }

            await AttentionStore.MoveAsync(unit, key, state, note, clock.GetUtcNow(), token);
            return RetryOutcome.Acted;
        }, ct);

    private object Read(RetryMessage retry)
    {
        var type = types.Find(retry.Type) ?? throw new InvalidOperationException($"The message type {retry.Type} is not registered in the console.");
        return JsonSerializer.Deserialize(retry.Body, type, ContractsJson.Options) ?? throw new InvalidOperationException($"The stored {retry.Type} is empty.");
    }
}
