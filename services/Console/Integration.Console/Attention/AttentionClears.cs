using Integration.Contracts.Operations;
using Integration.Platform.Database;

namespace Integration.Console.Attention;

/// <summary>When a record's entries were last cleared: a report that was overtaken by its own clearing must not open an entry that nobody closes.</summary>
internal static class AttentionClears
{
    /// <summary>Makes raising and clearing of one record wait for each other until the transaction ends.</summary>
    public static Task HoldAsync(IUnit unit, string pair, string entity, string recordId, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_attention_cleared (pair, entity, record_id, class, at) values (@pair, @entity, @recordId, '', 0)
        on conflict (pair, entity, record_id, class) do update set at = console_attention_cleared.at
        """,
        new { pair, entity, recordId }, ct);

    public static Task RememberAsync(IUnit unit, AttentionCleared cleared, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_attention_cleared (pair, entity, record_id, class, at) values (@pair, @entity, @recordId, @class, @at)
        on conflict (pair, entity, record_id, class) do update set at = excluded.at where excluded.at > console_attention_cleared.at
        """,
        new { pair = cleared.Pair, entity = cleared.Entity, recordId = cleared.RecordId, @class = cleared.Class ?? "", at = cleared.At.ToUnixMs() }, ct);

    /// <summary>Whether the record was cleared after the report was made. At the same instant it counts as not cleared: a needless entry is better than a hidden one.</summary>
    public static async Task<bool> OvertookAsync(IUnit unit, AttentionRaised raised, CancellationToken ct) =>
        await unit.FirstOrDefaultAsync<long>(
            """
            select count(*) from console_attention_cleared
            where pair = @pair and entity = @entity and record_id = @recordId and class in ('', @class) and at > @at
            """,
            new { pair = raised.Pair, entity = raised.Entity, recordId = raised.RecordId, @class = raised.Class, at = raised.At.ToUnixMs() }, ct) > 0;
}
