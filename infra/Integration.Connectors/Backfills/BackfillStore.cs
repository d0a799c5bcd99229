using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;

namespace Integration.Connectors.Backfills;

/// <summary>The table of runs.</summary>
internal static class BackfillStore
{
    private const string Columns = """
        id AS Id, pair AS Pair, lane AS Lane, connection AS Connection, state AS State, dry_run AS DryRun, since AS Since, operator AS Operator, list_cursor AS Cursor,
        page AS Page, passed AS Passed, listed AS Listed, sent AS Sent, left_out AS LeftOut, problems AS Problems, share AS Share, per_second AS PerSecond,
        samples AS Samples, reason AS Reason, started_at AS StartedAt, updated_at AS UpdatedAt, told_at AS ToldAt, ended_at AS EndedAt
        """;

    /// <summary>Adds the run, unless another one of the lane is open.</summary>
    /// <returns>The lane's open run.</returns>
    public static async Task<BackfillRun> OpenAsync(IUnit unit, BackfillRun run, CancellationToken ct)
    {
        await unit.ExecuteAsync(
            """
            INSERT INTO backfill (id, pair, lane, connection, state, dry_run, since, operator, page, passed, listed, sent, left_out, problems, per_second, samples, reason, started_at, updated_at, told_at)
            VALUES (@Id, @Pair, @Lane, @Connection, @State, @DryRun, @Since, @Operator, 0, 0, 0, 0, 0, 0, 0, '[]', '', @StartedAt, @StartedAt, 0)
            ON CONFLICT (pair, lane) WHERE ended_at IS NULL DO NOTHING
            """,
            new { run.Id, run.Pair, run.Lane, run.Connection, run.State, run.DryRun, run.Since, run.Operator, run.StartedAt }, ct);
        return (await unit.FirstOrDefaultAsync<BackfillRun>(
            $"SELECT {Columns} FROM backfill WHERE pair = @Pair AND lane = @Lane AND ended_at IS NULL", new { run.Pair, run.Lane }, ct))!;
    }

    public static Task<IReadOnlyList<BackfillRun>> OfConnectionAsync(IUnit unit, string connection, CancellationToken ct) => unit.ListAsync<BackfillRun>(
        $"SELECT {Columns} FROM backfill WHERE connection = @connection AND ended_at IS NULL ORDER BY started_at", new { connection }, ct);

    /// <summary>The last runs of a pair, the newest first.</summary>
    public static Task<IReadOnlyList<BackfillRun>> OfPairAsync(IUnit unit, string pair, int most, CancellationToken ct) => unit.ListAsync<BackfillRun>(
        $"SELECT {Columns} FROM backfill WHERE pair = @pair ORDER BY started_at DESC LIMIT @most", new { pair, most }, ct);

    public static Task<BackfillRun?> FindAsync(IUnit unit, string id, CancellationToken ct) => unit.FirstOrDefaultAsync<BackfillRun>(
        $"SELECT {Columns} FROM backfill WHERE id = @id", new { id }, ct);

    /// <summary>The run, locked until the transaction ends, if it still stands where it was seen; else null.</summary>
    public static Task<BackfillRun?> LockAsync(IUnit unit, BackfillRun seen, CancellationToken ct) => unit.FirstOrDefaultAsync<BackfillRun>(
        $"SELECT {Columns} FROM backfill WHERE id = @Id AND page = @Page AND ended_at IS NULL{unit.Dialect.ForUpdate}", new { seen.Id, seen.Page }, ct);

    /// <summary>Stores where the run stands now. What the writing half took is not touched.</summary>
    public static Task StoreAsync(IUnit unit, BackfillRun run, CancellationToken ct) => unit.ExecuteAsync(
        """
        UPDATE backfill SET state = @State, list_cursor = @Cursor, page = @Page, listed = @Listed, sent = @Sent, left_out = @LeftOut, problems = @Problems, share = @Share,
          per_second = @PerSecond, samples = @Samples, reason = @Reason, updated_at = @UpdatedAt, told_at = @ToldAt, ended_at = @EndedAt
        WHERE id = @Id
        """,
        new
        {
            run.Id, run.State, run.Cursor, run.Page, run.Listed, run.Sent, run.LeftOut, run.Problems, run.Share, run.PerSecond, run.Samples, run.Reason, run.UpdatedAt,
            run.ToldAt, run.EndedAt,
        },
        ct);

    /// <summary>The writing half has taken everything up to this page.</summary>
    public static Task PassedAsync(IUnit unit, BackfillMarkPassed mark, CancellationToken ct) => unit.ExecuteAsync(
        "UPDATE backfill SET passed = @Page WHERE id = @run AND passed < @Page", new { run = mark.Run.ToString(), mark.Page }, ct);

    /// <summary>Forgets ended runs of before a moment.</summary>
    public static Task ForgetAsync(IUnit unit, long before, CancellationToken ct) =>
        unit.ExecuteAsync("DELETE FROM backfill WHERE ended_at < @before", new { before }, ct);

    public static string Text(IEnumerable<BackfillSample> samples) => JsonSerializer.Serialize(samples.ToList(), ContractsJson.Options);
}
