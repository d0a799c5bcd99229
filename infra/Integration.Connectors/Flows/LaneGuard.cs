using System.Collections.Concurrent;
using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Flows;

/// <summary>
/// Pauses a half of a lane when one rule fails or stops more than twenty records in a row: that is a wrong rule, not twenty wrong records.
/// Count and pause are in the database (<c>docs/adr/0038-a-rule-that-stops-everything-pauses-its-lane.md</c>).
/// </summary>
public sealed class LaneGuard(IDatabase database, IOutbox outbox, TimeProvider time)
{
    /// <summary>As many records in a row may fail as usual; the next one pauses.</summary>
    public const int InARow = 20;

    private const string Entity = "lane";
    private const string Half = "pair = @Pair AND lane = @Lane AND half = @Half";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<LaneKey, long> _clean = new();
    private readonly ConcurrentDictionary<LaneKey, long> _running = new();

    /// <summary>Counts a record that rules failed or stopped, in its transaction.</summary>
    /// <param name="unit">The transaction.</param>
    /// <param name="lane">The half.</param>
    /// <param name="record">The record's id; one that is tried again and again counts once.</param>
    /// <param name="stop">The rules.</param>
    /// <param name="commands">The queue that takes <see cref="ResumeLane"/>.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>True when the record fails as usual; false when the half is paused now, and the record is to wait.</returns>
    public async Task<bool> FailedAsync(IUnit unit, LaneKey lane, string record, RuleStop stop, string commands, CancellationToken ct)
    {
        _clean.TryRemove(lane, out _);
        if (await FindAsync(unit, lane, ct) is not null) return false;
        await HoldAsync(unit, lane, ct);
        await unit.ExecuteAsync(
            $"DELETE FROM rule_failure WHERE {Half} AND rule <> '' AND NOT ({unit.Dialect.In("rule", "rules")})",
            new { lane.Pair, lane.Lane, lane.Half, rules = stop.Rules.ToArray() }, ct);
        foreach (var rule in stop.Rules)
        {
            await unit.ExecuteAsync(
                """
                INSERT INTO rule_failure (pair, lane, half, rule, record, stamp, times) VALUES (@Pair, @Lane, @Half, @rule, @record, @Stamp, 1)
                ON CONFLICT (pair, lane, half, rule) DO UPDATE SET record = excluded.record, stamp = excluded.stamp, times = CASE
                  WHEN rule_failure.stamp <> excluded.stamp THEN 1 WHEN rule_failure.record = excluded.record THEN rule_failure.times ELSE rule_failure.times + 1 END
                """,
                new { lane.Pair, lane.Lane, lane.Half, rule, record, stop.Stamp }, ct);
        }

        var worst = await unit.FirstOrDefaultAsync<string>(
            $"SELECT rule FROM rule_failure WHERE {Half} AND times > {InARow} ORDER BY times DESC, rule LIMIT 1", Args(lane), ct);
        if (worst is null) return true;
        await PauseAsync(unit, lane, stop, worst, commands, ct);
        return false;
    }

    /// <summary>Notes that a record went through, so that the count begins anew.</summary>
    public async Task WorkedAsync(IUnit unit, LaneKey lane, CancellationToken ct)
    {
        if (IsClean(lane)) return;
        var seen = time.GetTimestamp();
        if (await unit.FirstOrDefaultAsync<long>($"SELECT count(*) FROM rule_failure WHERE {Half} AND rule <> ''", Args(lane), ct) > 0) await ForgetAsync(unit, lane, ct);

        unit.AfterCommit(() => _clean[lane] = seen);
    }

    /// <summary>As the other, in a transaction of its own, which is spared where nothing was counted a moment ago.</summary>
    public Task WorkedAsync(LaneKey lane, CancellationToken ct) =>
        IsClean(lane) ? Task.CompletedTask : database.TransactAsync((unit, token) => WorkedAsync(unit, lane, token), ct);

    /// <summary>The pause of a half, or null when it runs.</summary>
    public Task<LanePause?> FindAsync(LaneKey lane, CancellationToken ct) => database.ReadAsync((unit, token) => FindAsync(unit, lane, token), ct);

    /// <summary>As the other, in a transaction.</summary>
    public static Task<LanePause?> FindAsync(IUnit unit, LaneKey lane, CancellationToken ct) => unit.FirstOrDefaultAsync<LanePause>(
        $"SELECT rule AS Rule, document AS Document, version AS Version, stamp AS Stamp FROM lane_pause WHERE {Half}", Args(lane), ct);

    /// <summary>As the others, for many records: that a half runs is believed for half a second, that it is paused never.</summary>
    public async Task<LanePause?> FindSoonAsync(IUnit unit, LaneKey lane, CancellationToken ct)
    {
        if (_running.TryGetValue(lane, out var seen) && time.GetElapsedTime(seen) < Fresh / 2) return null;
        var looked = time.GetTimestamp();
        if (await FindAsync(unit, lane, ct) is { } pause) return pause;
        _running[lane] = looked;
        return null;
    }

    /// <summary>Ends a pause, if there is one, and begins to count anew.</summary>
    /// <returns>True when there was one.</returns>
    public async Task<bool> ResumeAsync(IUnit unit, LaneKey lane, string why, string commands, CancellationToken ct)
    {
        await ForgetAsync(unit, lane, ct);
        if (await unit.ExecuteAsync($"DELETE FROM lane_pause WHERE {Half}", Args(lane), ct) == 0) return false;
        var now = time.GetUtcNow();
        await outbox.EnqueueAsync(unit, Queues.Console, new AttentionCleared(lane.Pair, Entity, RecordId(lane), AttentionClasses.LanePaused, why, now), ct);
        await ReportAsync(unit, lane, "running", "", commands, ct);
        return true;
    }

    /// <summary>Tells the console how a half stands.</summary>
    public Task ReportAsync(IUnit unit, LaneKey lane, string state, string reason, string commands, CancellationToken ct) => outbox.EnqueueAsync(
        unit, Queues.Console, new LaneReported(lane.Pair, lane.Lane, lane.Half, state, reason, commands, time.GetUtcNow()), ct);

    private static object Args(LaneKey lane) => new { lane.Pair, lane.Lane, lane.Half };

    private static string RecordId(LaneKey lane) => $"{lane.Lane}.{lane.Half}";

    // Records of a lane are handled side by side; each takes this row first, so that none waits for another crosswise.
    private static Task<int> HoldAsync(IUnit unit, LaneKey lane, CancellationToken ct) => unit.ExecuteAsync(
        """
        INSERT INTO rule_failure (pair, lane, half, rule, record, stamp, times) VALUES (@Pair, @Lane, @Half, '', '', '', 0)
        ON CONFLICT (pair, lane, half, rule) DO UPDATE SET times = 0
        """,
        Args(lane), ct);

    private static async Task ForgetAsync(IUnit unit, LaneKey lane, CancellationToken ct)
    {
        await HoldAsync(unit, lane, ct);
        await unit.ExecuteAsync($"DELETE FROM rule_failure WHERE {Half} AND rule <> ''", Args(lane), ct);
    }

    private bool IsClean(LaneKey lane) => _clean.TryGetValue(lane, out var seen) && time.GetElapsedTime(seen) < Fresh;

    private async Task PauseAsync(IUnit unit, LaneKey lane, RuleStop stop, string rule, string commands, CancellationToken ct)
    {
        var inserted = await unit.ExecuteAsync(
            """
            INSERT INTO lane_pause (pair, lane, half, rule, document, version, stamp, paused_at)
            VALUES (@Pair, @Lane, @Half, @rule, @Document, @Version, @Stamp, @now) ON CONFLICT (pair, lane, half) DO NOTHING
            """,
            new { lane.Pair, lane.Lane, lane.Half, rule, stop.Document, stop.Version, stop.Stamp, now = time.UnixMs() }, ct);
        if (inserted == 0) return;
        var pause = new LanePause { Rule = rule, Document = stop.Document, Version = stop.Version, Stamp = stop.Stamp };
        await ReportAsync(unit, lane, "paused", pause.Reason, commands, ct);
        await outbox.EnqueueAsync(unit, Queues.Console, new AttentionRaised
        {
            Pair = lane.Pair,
            Lane = lane.Lane,
            Entity = Entity,
            RecordId = RecordId(lane),
            Number = $"{lane.Lane}, {lane.Half}",
            Class = AttentionClasses.LanePaused,
            Reasons = [new Reason(rule, pause.Reason)],
            Advice = $"Correct {stop.Document} or the lookup that the rule uses, or roll it back: the lane then goes on by itself. If the rule is right, retry: the lane goes on as it is. "
                + "Nothing is lost, the records wait.",
            Retry = new RetryMessage(commands, MessageTypes.NameOf(typeof(ResumeLane)),
                JsonSerializer.Serialize(new ResumeLane(lane.Pair, lane.Lane, lane.Half, "console"), ContractsJson.Options)),
            At = time.GetUtcNow(),
        }, ct);
    }
}
