using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Console.Backfills;

/// <summary>The last report of every backfill.</summary>
internal static class BackfillStore
{
    /// <summary>Stores the report unless a newer one stands there, or the end.</summary>
    public static Task ReportAsync(IUnit unit, BackfillReported reported, CancellationToken ct) => unit.ExecuteAsync(
        """
        insert into console_backfill (id, pair, report, started_at, at, ended) values (@id, @pair, @report, @startedAt, @at, @ended)
        on conflict (id) do update set report = excluded.report, at = excluded.at, ended = excluded.ended
          where excluded.at >= console_backfill.at and console_backfill.ended = 0
        """,
        new
        {
            id = reported.Id.ToString(), pair = reported.Pair, report = JsonSerializer.Serialize(reported, ContractsJson.Options), startedAt = reported.StartedAt.ToUnixMs(),
            at = reported.At.ToUnixMs(), ended = reported.EndedAt is null ? 0 : 1,
        },
        ct);

    /// <summary>The last runs, the newest first.</summary>
    public static async Task<IReadOnlyList<BackfillReported>> LastAsync(IUnit unit, string? pair, int skip, int take, CancellationToken ct) =>
    [
        .. (await unit.ListAsync<string>(
            $"select report from console_backfill {(string.IsNullOrEmpty(pair) ? "" : "where pair = @pair")} order by started_at desc, id limit @take offset @skip",
            new { pair = pair ?? "", skip, take }, ct)).Select(report => JsonSerializer.Deserialize<BackfillReported>(report, ContractsJson.Options)!),
    ];
}
