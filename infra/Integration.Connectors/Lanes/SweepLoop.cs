using Integration.Connectors.Connections;
using Integration.Connectors.Sweeps;

namespace Integration.Connectors.Lanes;

/// <summary>Sweeps when its plan says so: usually at once and then after every pause of its schedule.</summary>
internal static class SweepLoop
{
    private static readonly TimeSpan Follow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>By a schedule that does not change while the loop runs.</summary>
    public static LaneLoop Of(Connected connected, SweepTarget target, SweepRunner runner, TimeProvider time)
    {
        var plan = new SweepPlan(target.Schedule, null, [], TimeZoneInfo.Utc);
        return Of(connected, target, runner, () => plan, time);
    }

    /// <summary>By a plan that is asked for again and again; while it is null nothing is swept.</summary>
    public static LaneLoop Of(Connected connected, SweepTarget target, SweepRunner runner, Func<SweepPlan?> plan, TimeProvider time) =>
        new($"sweep {target.Scope} {target.Entity}", async ct =>
        {
            DateTimeOffset? last = null;
            while (!ct.IsCancellationRequested)
            {
                if (plan() is not { } now)
                {
                    await Task.Delay(Follow, time, ct);
                    continue;
                }

                if (last is null && now.At.Count > 0) last = await runner.FinishedAsync(target, ct);
                var left = now.Next(last, time.GetUtcNow()) - time.GetUtcNow();
                if (left > TimeSpan.Zero)
                {
                    // The plan may change meanwhile.
                    await Task.Delay(left < Follow ? left : Follow, time, ct);
                    continue;
                }

                if (await runner.RunAsync(target with { Schedule = now.Schedule }, ct) is not { } failure)
                {
                    connected.Gate.Worked();
                    last = time.GetUtcNow();
                    continue;
                }

                connected.Gate.Report(failure);
                await Task.Delay(now.At.Count > 0 ? AfterFailure : now.Schedule.Every, time, ct);
            }
        });
}
