using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Console.Records;

/// <summary>Records and their timelines, as the other services report them.</summary>
internal static class RecordStore
{
    private const string Columns =
        "pair as \"Pair\", entity as \"Entity\", record_id as \"RecordId\", number as \"Number\", state as \"State\", "
        + "erp_number as \"ErpNumber\", summary as \"Summary\", first_at as \"FirstAt\", last_at as \"LastAt\"";

    /// <summary>Adds the activity to the timeline and moves the record on.</summary>
    public static async Task AddAsync(IUnit unit, ActivityRecorded activity, CancellationToken ct)
    {
        await NoteAsync(unit, activity, ct);

        // Reports of several services may overtake each other: an older one never turns a record back, and state has its own time,
        // because a newer report without one must not hide it.
        await unit.ExecuteAsync(
            """
            insert into console_record (pair, entity, record_id, number, state, state_at, erp_number, summary, first_at, last_at)
            values (@pair, @entity, @recordId, @number, coalesce(@state, case when @entity = 'order' then 'in-progress' else 'completed' end), @stateAt, @erpNumber, @summary, @at, @at)
            on conflict (pair, entity, record_id) do update set
              number = case when excluded.number <> '' then excluded.number else console_record.number end,
              state = case when @state is not null and excluded.state_at >= console_record.state_at then excluded.state else console_record.state end,
              state_at = case when excluded.state_at >= console_record.state_at then excluded.state_at else console_record.state_at end,
              erp_number = coalesce(excluded.erp_number, console_record.erp_number),
              summary = case when excluded.last_at >= console_record.last_at then excluded.summary else console_record.summary end,
              first_at = case when excluded.first_at < console_record.first_at then excluded.first_at else console_record.first_at end,
              last_at = case when excluded.last_at >= console_record.last_at then excluded.last_at else console_record.last_at end
            """,
            new
            {
                pair = activity.Pair,
                entity = activity.Entity,
                recordId = activity.RecordId,
                number = activity.Number,
                state = activity.State,
                stateAt = activity.State is null ? 0 : activity.At.ToUnixMs(),
                erpNumber = activity.ErpNumber,
                summary = activity.Summary,
                at = activity.At.ToUnixMs(),
            },
            ct);
    }

    /// <summary>Adds a line to the timeline only: what a person did here moves no record.</summary>
    public static Task NoteAsync(IUnit unit, ActivityRecorded activity, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_activity (id, pair, entity, record_id, at, lane, summary, calls, trace_id)
        values (@id, @pair, @entity, @recordId, @at, @lane, @summary, @calls, @traceId)
        """,
        new
        {
            id = Guid.CreateVersion7(activity.At).ToString(),
            pair = activity.Pair,
            entity = activity.Entity,
            recordId = activity.RecordId,
            at = activity.At.ToUnixMs(),
            lane = activity.Lane,
            summary = activity.Summary,
            calls = JsonSerializer.Serialize(activity.Calls, ContractsJson.Options),
            traceId = activity.TraceId,
        },
        ct);

    /// <summary>Finds records, the one that moved last first. The number is the shop's or the ERP's, in any case, with or without a leading #.</summary>
    public static async Task<IReadOnlyList<RecordSummary>> FindAsync(
        IUnit unit, string? pair, string? entity, string? number, string? state, int skip, int take, CancellationToken ct)
    {
        var asked = (number ?? "").Trim();
        var conditions = new List<string>();
        if (!string.IsNullOrEmpty(pair)) conditions.Add("pair = @pair");
        if (asked.Length > 0) conditions.Add("(lower(number) in (lower(@asked), lower(@bare)) or lower(erp_number) in (lower(@asked), lower(@bare)))");
        if (!string.IsNullOrEmpty(entity)) conditions.Add("entity = @entity");
        if (!string.IsNullOrEmpty(state)) conditions.Add("state = @state");
        var rows = await unit.ListAsync<RecordRow>(
            $"""
            select {Columns} from console_record {(conditions.Count == 0 ? "" : $"where {string.Join(" and ", conditions)}")}
            order by last_at desc, pair, entity, record_id limit @take offset @skip
            """,
            new { pair = pair ?? "", entity = entity ?? "", asked, bare = asked.TrimStart('#'), state = state ?? "", skip, take },
            ct);
        return [.. rows.Select(row => row.ToSummary())];
    }

    public static async Task<RecordSummary?> GetAsync(IUnit unit, string pair, string entity, string recordId, CancellationToken ct) =>
        (await unit.FirstOrDefaultAsync<RecordRow>(
            $"select {Columns} from console_record where pair = @pair and entity = @entity and record_id = @recordId",
            new { pair, entity, recordId }, ct))?.ToSummary();

    /// <summary>The last thousand entries, oldest first.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(IUnit unit, string pair, string entity, string recordId, CancellationToken ct)
    {
        var rows = await unit.ListAsync<ActivityRow>(
            """
            select at as "At", lane as "Lane", summary as "Summary", calls as "Calls", trace_id as "TraceId" from console_activity
            where pair = @pair and entity = @entity and record_id = @recordId order by at desc, id desc limit 1000
            """,
            new { pair, entity, recordId }, ct);
        return [.. rows.Reverse().Select(row => row.ToEntry())];
    }

    public static Task<IReadOnlyList<StateCount>> CountsAsync(IUnit unit, CancellationToken ct) =>
        unit.ListAsync<StateCount>(
            """select pair as "Pair", state as "State", count(*) as "Count" from console_record where entity = 'order' group by pair, state order by pair, state""",
            null, ct);
}
