using System.Text.Json;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Connectors.Effects;

/// <summary>The table of effects.</summary>
internal sealed class EffectStore(TimeProvider time)
{
    private const string Columns = """
        key AS Key, entity AS Entity, subject AS Subject, state AS State, owner AS Owner, epoch AS Epoch, attempt AS Attempt, revision AS Revision,
        busy_until AS BusyUntil, quiet_until AS QuietUntil, ref_id AS RefId, ref_number AS RefNumber, reasons AS Reasons, forbidden_up_to AS ForbiddenUpTo
        """;

    private const string Insert = """
        INSERT INTO effect (key, connection, entity, business_key, operation, subject, state, owner, epoch, attempt, revision,
          busy_until, quiet_until, forbidden_up_to, updated_at)
        VALUES (@Key, @Connection, @Entity, @BusinessKey, @Operation, @Subject, @State, @Owner, @Epoch, @Attempt, @Revision, @BusyUntil, @QuietUntil, 0, @now)
        """;

    /// <summary>The effect, locked until the transaction ends; made open when it is new.</summary>
    public async Task<EffectRow> LockAsync(IUnit unit, EffectKey key, string subject, CancellationToken ct) =>
        // Writing the key over itself locks a row that is there, and has it returned, in the same statement.
        await unit.FirstOrDefaultAsync<EffectRow>(
            $"{Insert} ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING {Columns}", New(key, EffectRow.Untouched(key, subject)), ct)
            ?? throw new InvalidOperationException($"The effect {key.Operation} of {subject} vanished.");

    /// <summary>Makes the effect, claimed, when it is new; false when it is there already.</summary>
    public async Task<bool> TryBeginAsync(IUnit unit, EffectKey key, EffectRow claim, CancellationToken ct) =>
        await unit.ExecuteAsync($"{Insert} ON CONFLICT DO NOTHING", New(key, claim with { State = EffectStates.Claimed }), ct) == 1;

    /// <summary>The effect, or null when nothing was ever intended.</summary>
    public static Task<EffectRow?> FindAsync(IUnit unit, EffectKey key, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<EffectRow>($"SELECT {Columns} FROM effect WHERE key = @id", new { id = key.ToString() }, ct);

    /// <summary>Whom the record with this business key serves, or null.</summary>
    public static Task<string?> SubjectAsync(IUnit unit, string connection, string entity, string businessKey, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<string>(
            "SELECT subject FROM effect WHERE connection = @connection AND entity = @entity AND business_key = @businessKey",
            new { connection, entity, businessKey }, ct);

    public Task ClaimAsync(IUnit unit, EffectRow row, CancellationToken ct) => unit.ExecuteAsync(
        """
        UPDATE effect SET state = 'claimed', owner = @Owner, epoch = @Epoch, attempt = @Attempt, revision = @Revision, subject = @Subject,
          busy_until = @BusyUntil, quiet_until = @QuietUntil, updated_at = @now WHERE key = @Key
        """,
        new { row.Key, row.Owner, row.Epoch, row.Attempt, row.Revision, row.Subject, row.BusyUntil, row.QuietUntil, now = time.UnixMs() }, ct);

    /// <summary>Ends our claim in the given state; false when it is not ours any more.</summary>
    public async Task<bool> EndAsync(IUnit unit, EffectRow claim, string state, long quietUntil, RecordRef? reference, IReadOnlyList<Reason>? reasons, CancellationToken ct) =>
        await unit.ExecuteAsync(
            """
            UPDATE effect SET state = @state, quiet_until = @quietUntil, ref_id = COALESCE(@refId, ref_id), ref_number = COALESCE(@refNumber, ref_number),
              reasons = @reasons, updated_at = @now
            WHERE key = @Key AND owner = @Owner AND attempt = @Attempt AND state = 'claimed'
            """,
            new
            {
                claim.Key, claim.Owner, claim.Attempt, state, quietUntil, refId = reference?.Id, refNumber = reference?.Number,
                reasons = reasons is null ? null : JsonSerializer.Serialize(reasons, ContractsJson.Options), now = time.UnixMs(),
            },
            ct) == 1;

    /// <summary>Forbids the effect up to a revision: a later message of that revision or below is not written.</summary>
    public static Task ForbidAsync(IUnit unit, EffectRow row, int upTo, CancellationToken ct) => unit.ExecuteAsync(
        "UPDATE effect SET forbidden_up_to = @upTo WHERE key = @Key AND forbidden_up_to < @upTo", new { row.Key, upTo }, ct);

    /// <summary>Sets the state of an effect that nobody is at.</summary>
    public Task SetStateAsync(IUnit unit, EffectKey key, string state, CancellationToken ct) => unit.ExecuteAsync(
        "UPDATE effect SET state = @state, updated_at = @now WHERE key = @id AND state <> 'claimed'",
        new { id = key.ToString(), state, now = time.UnixMs() }, ct);

    /// <summary>
    /// Takes back that an effect is done, because a look proved that its record is gone; false when it is not as it was looked at any more. The attempt
    /// stays, so that the next write looks first once more.
    /// </summary>
    public async Task<bool> TakeBackAsync(IUnit unit, EffectRow seen, CancellationToken ct) => await unit.ExecuteAsync(
        """
        UPDATE effect SET state = 'open', ref_id = NULL, ref_number = NULL, reasons = NULL, updated_at = @now
        WHERE key = @Key AND state = 'done' AND owner = @Owner AND attempt = @Attempt AND revision = @Revision
        """,
        new { seen.Key, seen.Owner, seen.Attempt, seen.Revision, now = time.UnixMs() }, ct) == 1;

    /// <summary>The states and references that an outcome leaves behind.</summary>
    public static (string State, RecordRef? Ref, IReadOnlyList<Reason>? Reasons) Trace(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.Done done => (EffectStates.Done, done.Ref, null),
        WriteOutcome.AlreadyDone done => (EffectStates.Done, done.Ref, null),
        WriteOutcome.Differs differs => (EffectStates.Differs, differs.Ref, differs.Fields),
        WriteOutcome.Unknown => (EffectStates.Unknown, null, null),
        WriteOutcome.Rejected rejected => (EffectStates.Open, null, rejected.Reasons),
        _ => (EffectStates.Open, null, null),
    };

    private object New(EffectKey key, EffectRow row) => new
    {
        row.Key, key.Connection, key.Entity, key.BusinessKey, key.Operation, row.Subject, row.State, row.Owner, row.Epoch, row.Attempt, row.Revision,
        row.BusyUntil, row.QuietUntil, now = time.UnixMs(),
    };
}
