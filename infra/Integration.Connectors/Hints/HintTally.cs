using Integration.Platform.Database;

namespace Integration.Connectors.Hints;

/// <summary>Counts hinted records, and changes that only a sweep found, over the last two days.</summary>
internal static class HintTally
{
    private const long Bucket = 600_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>Adds to the present ten minutes.</summary>
    public static Task AddAsync(IUnit unit, string scope, string entity, int hinted, int missed, long now, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO hint_tally (scope, entity, bucket, hinted, missed) VALUES (@scope, @entity, @bucket, @hinted, @missed)
        ON CONFLICT (scope, entity, bucket) DO UPDATE SET hinted = hint_tally.hinted + excluded.hinted, missed = hint_tally.missed + excluded.missed
        """,
        new { scope, entity, bucket = now - (now % Bucket), hinted, missed }, ct);

    /// <summary>What was counted lately and before, of everything that was counted at all; forgets what is older than two days.</summary>
    public static async Task<IReadOnlyList<HintShare>> SharesAsync(IUnit unit, TimeSpan lately, long now, CancellationToken ct)
    {
        await unit.ExecuteAsync("DELETE FROM hint_tally WHERE bucket < @oldest", new { oldest = now - (long)Kept.TotalMilliseconds }, ct);
        return await unit.ListAsync<HintShare>(
            """
            SELECT scope AS Scope, entity AS Entity,
              CAST(sum(CASE WHEN bucket >= @since THEN hinted ELSE 0 END) AS bigint) AS Hinted, CAST(sum(CASE WHEN bucket >= @since THEN missed ELSE 0 END) AS bigint) AS Missed,
              CAST(sum(CASE WHEN bucket < @since THEN hinted ELSE 0 END) AS bigint) AS HintedBefore, CAST(sum(CASE WHEN bucket < @since THEN missed ELSE 0 END) AS bigint) AS MissedBefore
            FROM hint_tally GROUP BY scope, entity ORDER BY scope, entity
            """,
            new { since = now - (long)lately.TotalMilliseconds }, ct);
    }
}
