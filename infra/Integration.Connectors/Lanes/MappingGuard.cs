using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Flows;
using Integration.Connectors.Pairs;
using Integration.Contracts.Operations;
using Integration.Contracts.Routing;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes;

/// <summary>
/// Closes a half of a lane while a mapping rule fails record after record, and opens it when mapping or lookups changed or a person says so
/// (<c>docs/adr/0038-a-rule-that-stops-everything-pauses-its-lane.md</c>).
/// </summary>
internal sealed class MappingGuard(LaneGuard guard, IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhilePaused = TimeSpan.FromSeconds(2);

    /// <summary>A record was mapped.</summary>
    public Task WorkedAsync(MappedHalf half, CancellationToken ct) => guard.WorkedAsync(half.Key, ct);

    /// <summary>Counts a record that could not be mapped.</summary>
    /// <returns>Null when it fails as usual; else the half is paused now, and the record waits.</returns>
    public async Task<EffectRun.Postponed?> FailedAsync(
        Connected connected, MappedHalf half, PairDefinition pair, string record, IReadOnlyList<Reason> problems, int? version, CancellationToken ct)
    {
        if (half.StopOf(pair, problems, version) is not { } stop) return null;
        var asUsual = await database.TransactAsync((unit, token) => guard.FailedAsync(unit, half.Key, record, stop, Queues.Connection(connected.Name), token), ct);
        return asUsual ? null : new EffectRun.Postponed(time.GetUtcNow() + WhilePaused, "The lane is paused.") { Untried = true };
    }

    /// <summary>The loop that opens and closes the half's gate.</summary>
    /// <param name="connected">The connection that the half runs on.</param>
    /// <param name="half">The half.</param>
    /// <param name="gate">Its gate.</param>
    /// <param name="isOn">Whether the pair's file has the lane switched on; one that is off is not told of.</param>
    public LaneLoop Loop(Connected connected, MappedHalf half, LaneGate gate, Func<PairDefinition, bool>? isOn = null) =>
        new($"guard {half.Key.Pair} {half.Key.Lane} {half.Key.Half}", ct => RunAsync(connected, half, gate, isOn ?? (_ => true), ct));

    private async Task RunAsync(Connected connected, MappedHalf half, LaneGate gate, Func<PairDefinition, bool> isOn, CancellationToken ct)
    {
        var (lane, commands) = (half.Key, Queues.Connection(connected.Name));
        bool? told = null;
        while (!ct.IsCancellationRequested)
        {
            var pair = connected.Pair(lane.Pair);
            var pause = await guard.FindAsync(lane, ct);
            if (pause is not null && pair is not null && half.StampOf(pair) is { } stamp && stamp != pause.Stamp)
            {
                await database.TransactAsync((unit, token) => guard.ResumeAsync(unit, lane, "Mapping or lookups changed.", commands, token), ct);
                (pause, told) = (null, true);
            }

            if (told != pause is null && (told is not null || pause is not null || pair is null || isOn(pair)))
            {
                told = pause is null;
                await database.TransactAsync(
                    (unit, token) => guard.ReportAsync(unit, lane, pause is null ? "running" : "paused", pause?.Reason ?? "", commands, token), ct);
            }

            gate.Set(pause is null);
            await Task.Delay(Follow, time, ct);
        }
    }
}
