using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Console.Attention;

/// <summary>The attention list. One row per pair, entity, record and class; settled rows are kept and open again when it happens again.</summary>
internal static class AttentionStore
{
    private const string Columns =
        "key as \"Key\", pair as \"Pair\", lane as \"Lane\", entity as \"Entity\", record_id as \"RecordId\", number as \"Number\", class as \"Class\", "
        + "reasons as \"Reasons\", advice as \"Advice\", retry as \"Retry\", state as \"State\", note as \"Note\", first_at as \"FirstAt\", "
        + "last_at as \"LastAt\", times as \"Times\", version as \"Version\", trace_id as \"TraceId\"";

    public static string KeyOf(string pair, string entity, string recordId, string attentionClass) => $"{pair}|{entity}|{recordId}|{attentionClass}";

    public static Task RaiseAsync(IUnit unit, AttentionRaised raised, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_attention (key, pair, lane, entity, record_id, number, class, reasons, advice, retry, state, note, first_at, last_at, times, version, trace_id)
        values (@key, @pair, @lane, @entity, @recordId, @number, @class, @reasons, @advice, @retry, 'open', '', @at, @at, 1, 1, @traceId)
        on conflict (key) do update set
          number = excluded.number, reasons = excluded.reasons, advice = excluded.advice, retry = excluded.retry, state = 'open',
          note = case when console_attention.state = 'settled' then '' else console_attention.note end,
          first_at = case when console_attention.state = 'settled' then excluded.first_at else console_attention.first_at end,
          last_at = excluded.last_at, times = console_attention.times + 1, version = console_attention.version + 1, trace_id = excluded.trace_id
        """,
        new
        {
            key = KeyOf(raised.Pair, raised.Entity, raised.RecordId, raised.Class),
            pair = raised.Pair,
            lane = raised.Lane,
            entity = raised.Entity,
            recordId = raised.RecordId,
            number = raised.Number,
            @class = raised.Class,
            reasons = JsonSerializer.Serialize(raised.Reasons, ContractsJson.Options),
            advice = raised.Advice,
            retry = raised.Retry is null ? null : JsonSerializer.Serialize(raised.Retry, ContractsJson.Options),
            at = raised.At.ToUnixMs(),
            traceId = raised.TraceId,
        },
        ct);

    /// <summary>Settles what stood open before the message's time; what was raised later stays.</summary>
    public static Task ClearAsync(IUnit unit, AttentionCleared cleared, CancellationToken ct) => unit.ExecuteAsync(
        """
        update console_attention set state = 'settled', note = @why, last_at = @at, version = version + 1
        where pair = @pair and entity = @entity and record_id = @recordId and (@class = '' or class = @class) and state <> 'settled' and last_at <= @at
        """,
        new { pair = cleared.Pair, entity = cleared.Entity, recordId = cleared.RecordId, @class = cleared.Class ?? "", why = cleared.Why, at = cleared.At.ToUnixMs() },
        ct);

    public static Task<IReadOnlyList<AttentionRow>> ListAsync(
        IUnit unit, string? pair, string? attentionClass, AttentionState? state, int skip, int take, CancellationToken ct) =>
        unit.ListAsync<AttentionRow>(
            $"""
            select {Columns} from console_attention
            where (@pair = '' or pair = @pair) and (@class = '' or class = @class) and (@state = '' or state = @state)
            order by last_at desc, key limit @take offset @skip
            """,
            new { pair = pair ?? "", @class = attentionClass ?? "", state = state?.ToString().ToLowerInvariant() ?? "", skip, take }, ct);

    public static Task<IReadOnlyList<AttentionRow>> OfRecordAsync(IUnit unit, string pair, string entity, string recordId, CancellationToken ct) =>
        unit.ListAsync<AttentionRow>(
            $"select {Columns} from console_attention where pair = @pair and entity = @entity and record_id = @recordId order by first_at",
            new { pair, entity, recordId }, ct);

    public static Task<AttentionRow?> GetAsync(IUnit unit, string key, CancellationToken ct) =>
        unit.FirstOrDefaultAsync<AttentionRow>($"select {Columns} from console_attention where key = @key{unit.Dialect.ForUpdate}", new { key }, ct);

    public static Task MoveAsync(IUnit unit, string key, AttentionState state, string note, DateTimeOffset at, CancellationToken ct) => unit.ExecuteAsync(
        "update console_attention set state = @state, note = @note, last_at = @at, version = version + 1 where key = @key",
        new { key, state = state.ToString().ToLowerInvariant(), note, at = at.ToUnixMs() }, ct);

    public static async Task<long> CountOpenAsync(IUnit unit, CancellationToken ct) =>
        await unit.FirstOrDefaultAsync<long>("select count(*) from console_attention where state <> 'settled'", null, ct);
}
