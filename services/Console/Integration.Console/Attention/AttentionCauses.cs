using Integration.Contracts.Operations;
using Integration.Platform.Database;

namespace Integration.Console.Attention;

/// <summary>What entries come from, for finding all with the same cause.</summary>
internal static class AttentionCauses
{
    /// <summary>Puts the causes of the latest report in place of the earlier ones.</summary>
    public static async Task ReplaceAsync(IUnit unit, string key, IReadOnlyList<Reason> reasons, CancellationToken ct)
    {
        await unit.ExecuteAsync("delete from console_attention_cause where attention_key = @key", new { key }, ct);
        var position = 0;
        foreach (var cause in reasons.Select(reason => reason.Cause).OfType<ReasonCause>().Distinct())
        {
            await unit.ExecuteAsync(
                """
                insert into console_attention_cause (attention_key, position, lookup, code, document, version, rule)
                values (@key, @position, @lookup, @code, @document, @version, @rule)
                """,
                new
                {
                    key, position = position++, lookup = cause.Table ?? "", code = cause.Code ?? "", document = cause.Document ?? "", version = cause.Version ?? 0, rule = cause.Rule ?? "",
                },
                ct);
        }
    }

    /// <summary>Unsettled entries by pair, class and cause, the largest group first. A missing row of a lookup is one cause, whatever rules ask for it.</summary>
    public static async Task<IReadOnlyList<AttentionGroup>> GroupsAsync(IUnit unit, string? pair, string? attentionClass, int take, CancellationToken ct)
    {
        var rows = await unit.ListAsync<AttentionGroupRow>(
            """
            select pair as "Pair", class as "Class", lookup as "Lookup", code as "Code", document as "Document", version as "Version", rule as "Rule",
              count(distinct key) as "Entries", count(distinct open_key) as "Open"
            from (
              select a.key, case when a.state = 'open' and a.retry is not null then a.key end as open_key, a.pair, a.class, coalesce(c.lookup, '') as lookup, coalesce(c.code, '') as code,
                case when coalesce(c.lookup, '') = '' then coalesce(c.document, '') else '' end as document,
                case when coalesce(c.lookup, '') = '' then coalesce(c.version, 0) else 0 end as version,
                case when coalesce(c.lookup, '') = '' then coalesce(c.rule, '') else '' end as rule
              from console_attention a left join console_attention_cause c on c.attention_key = a.key
              where a.state in ('open', 'retrying') and (@pair = '' or a.pair = @pair) and (@class = '' or a.class = @class)) waiting
            group by pair, class, lookup, code, document, version, rule
            order by count(distinct key) desc, pair, class, lookup, code, document, rule limit @take
            """,
            new { pair = pair ?? "", @class = attentionClass ?? "", take }, ct);
        return [.. rows.Select(row => row.ToGroup())];
    }
}
