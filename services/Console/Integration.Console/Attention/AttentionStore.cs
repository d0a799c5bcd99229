using System.Text.Json;
using Integration.Console.Retries;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Console.Attention;

/// <summary>The attention list. One row per pair, entity, record and class; settled rows are kept for a time and open again when it happens again.</summary>
internal static class AttentionStore
{
    private const string Columns =
        "key as \"Key\", pair as \"Pair\", lane as \"Lane\", entity as \"Entity\", record_id as \"RecordId\", number as \"Number\", class as \"Class\", "
        + "reasons as \"Reasons\", advice as \"Advice\", retry as \"Retry\", decision_queue as \"DecisionQueue\", state as \"State\", note as \"Note\", first_at as \"FirstAt\", "
        + "last_at as \"LastAt\", times as \"Times\", version as \"Version\", trace_id as \"TraceId\"";

    public static string KeyOf(string pair, string entity, string recordId, string attentionClass) => $"{pair}|{entity}|{recordId}|{attentionClass}";

    /// <summary>Opens the entry, or tells the open one again. A report that arrives late changes nothing that is newer; true when the entry was not on the list before.</summary>
    public static async Task<bool> RaiseAsync(IUnit unit, AttentionRaised raised, CancellationToken ct)
    {
        await AttentionClears.HoldAsync(unit, raised.Pair, raised.Entity, raised.RecordId, ct);
        if (await AttentionClears.OvertookAsync(unit, raised, ct)) return false;
        var key = KeyOf(raised.Pair, raised.Entity, raised.RecordId, raised.Class);
        var before = await unit.FirstOrDefaultAsync<string>("select state from console_attention where key = @key", new { key }, ct);
        var rows = await unit.ExecuteAsync(
            """
            insert into console_attention (key, pair, lane, entity, record_id, number, class, reasons, advice, retry, decision_queue, state, note, first_at, last_at, raised_at, times, version, trace_id)
            values (@key, @pair, @lane, @entity, @recordId, @number, @class, @reasons, @advice, @retry, @decisionQueue, 'open', '', @at, @at, @at, 1, 1, @traceId)
            on conflict (key) do update set
              number = excluded.number, reasons = excluded.reasons, advice = excluded.advice, retry = excluded.retry, decision_queue = excluded.decision_queue, state = 'open',
              note = case when console_attention.state = 'settled' then '' else console_attention.note end,
              first_at = case when console_attention.state = 'settled' then excluded.first_at else console_attention.first_at end,
              last_at = excluded.last_at, raised_at = excluded.raised_at, times = console_attention.times + 1, version = console_attention.version + 1, trace_id = excluded.trace_id
            where excluded.raised_at > console_attention.raised_at
              or (excluded.raised_at < console_attention.raised_at and console_attention.state <> 'open')
            """,
            new
            {
                key,
                pair = raised.Pair,
                lane = raised.Lane,
                entity = raised.Entity,
                recordId = raised.RecordId,
                number = raised.Number,
                @class = raised.Class,
                reasons = JsonSerializer.Serialize(raised.Reasons, ContractsJson.Options),
                advice = raised.Advice,
                retry = raised.Retry is null ? null : JsonSerializer.Serialize(raised.Retry, ContractsJson.Options),
                decisionQueue = raised.DecisionQueue,
                at = raised.At.ToUnixMs(),
                traceId = raised.TraceId,
            },
            ct);
        if (rows > 0)
        {
            await AttentionCauses.ReplaceAsync(unit, key, raised.Reasons, ct);
            await AnsweredAsync(unit, raised, ct);
        }

        return rows > 0 && before is null or "settled";
    }

    /// <summary>A retry that failed for another reason got its answer: the record waits for that one alone.</summary>
    private static Task<int> AnsweredAsync(IUnit unit, AttentionRaised raised, CancellationToken ct) => unit.ExecuteAsync(
        """
        update console_attention set state = 'settled', note = @note, last_at = @at, version = version + 1
        where pair = @pair and entity = @entity and record_id = @recordId and lane = @lane and class <> @class and state = 'retrying' and raised_at <= @at
        """,
        new
        {
            pair = raised.Pair, entity = raised.Entity, recordId = raised.RecordId, lane = raised.Lane, @class = raised.Class, at = raised.At.ToUnixMs(),
            note = $"Sent again, it failed otherwise: {raised.Class}.",
        },
        ct);

    /// <summary>Settles what was raised before the message's time; what was raised later stays.</summary>
    public static async Task ClearAsync(IUnit unit, AttentionCleared cleared, CancellationToken ct)
    {
        await AttentionClears.HoldAsync(unit, cleared.Pair, cleared.Entity, cleared.RecordId, ct);
        await AttentionClears.RememberAsync(unit, cleared, ct);
        await unit.ExecuteAsync(
            """
            update console_attention set state = 'settled', note = @why, last_at = @at, version = version + 1
            where pair = @pair and entity = @entity and record_id = @recordId and (@class = '' or class = @class) and state <> 'settled' and raised_at <= @at
            """,
            new { pair = cleared.Pair, entity = cleared.Entity, recordId = cleared.RecordId, @class = cleared.Class ?? "", why = cleared.Why, at = cleared.At.ToUnixMs() },
            ct);
    }

    /// <summary>Entries, the one that moved last first. Without a state: what is not settled.</summary>
    public static Task<IReadOnlyList<AttentionRow>> ListAsync(
        IUnit unit, string? pair, string? attentionClass, AttentionState? state, int skip, int take, CancellationToken ct) =>
        unit.ListAsync<AttentionRow>(
            $"""
            select {Columns} from console_attention
            where (@pair = '' or pair = @pair) and (@class = '' or class = @class) and {(state is null ? "state in ('open', 'retrying')" : "state = @state")}
            order by last_at desc, key limit @take offset @skip
            """,
            new { pair = pair ?? "", @class = attentionClass ?? "", state = state?.ToString().ToLowerInvariant() ?? "", skip, take }, ct);

    /// <summary>Keys of the open entries that a bulk retry is about, in their order from where it stands: a walk that meets each one once, whatever moves meanwhile.</summary>
    public static Task<IReadOnlyList<string>> NextRetryableAsync(IUnit unit, RetryRow retry, int take, CancellationToken ct) =>
        unit.ListAsync<string>(
            """
            select a.key from console_attention a
            where a.state = 'open' and a.retry is not null and a.key > @AfterKey and (@Pair = '' or a.pair = @Pair) and (@Class = '' or a.class = @Class)
              and ((@Lookup = '' and @Code = '' and @Document = '' and @Version = 0 and @Rule = '') or exists (
                select 1 from console_attention_cause c where c.attention_key = a.key and (@Lookup = '' or c.lookup = @Lookup) and (@Code = '' or c.code = @Code)
                  and (@Document = '' or c.document = @Document) and (@Version = 0 or c.version = @Version) and (@Rule = '' or c.rule = @Rule)))
            order by a.key limit @take
            """,
            new { retry.AfterKey, retry.Pair, retry.Class, retry.Lookup, retry.Code, retry.Document, retry.Version, retry.Rule, take }, ct);

    public static Task<IReadOnlyList<AttentionRow>> OfRecordAsync(IUnit unit, string pair, string entity, string recordId, CancellationToken ct) =>
        unit.ListAsync<AttentionRow>(
            $"select {Columns} from console_attention where pair = @pair and entity = @entity and record_id = @recordId order by first_at",
            new { pair, entity, recordId }, ct);

    public static Task<AttentionRow?> GetAsync(IUnit unit, string key, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<AttentionRow>($"select {Columns} from console_attention where key = @key{unit.Dialect.ForUpdate}", new { key }, ct);

    public static Task MoveAsync(IUnit unit, string key, AttentionState state, string note, DateTimeOffset at, CancellationToken ct) => unit.ExecuteAsync(
        "update console_attention set state = @state, note = @note, last_at = @at, version = version + 1 where key = @key",
        new { key, state = state.ToString().ToLowerInvariant(), note, at = at.ToUnixMs() }, ct);

    /// <summary>As the other, if nobody moved the entry since <paramref name="version"/>.</summary>
    public static Task MoveAsync(IUnit unit, string key, int version, AttentionState state, string note, DateTimeOffset at, CancellationToken ct) => unit.ExecuteAsync(
        "update console_attention set state = @state, note = @note, last_at = @at, version = version + 1 where key = @key and version = @version",
        new { key, version, state = state.ToString().ToLowerInvariant(), note, at = at.ToUnixMs() }, ct);

    public static async Task<long> CountOpenAsync(IUnit unit, CancellationToken ct) =>
        await unit.FirstOrDefaultAsync<long>("select count(*) from console_attention where state in ('open', 'retrying')", null, ct);
}
