using Integration.Connectors.Connections;
using Integration.Connectors.Sweeps;

namespace Integration.Connectors.Lanes;

/// <summary>Sweeps at once and then after every pause of its schedule.</summary>
internal static class SweepLoop
{
    public static LaneLoop Of(Connected connected, SweepTarget target, SweepRunner runner, TimeProvider time) =>
        new($"sweep {target.Scope} {target.Entity}", async ct =>
        {
            while (!ct.IsCancellationRequested)
            {
                if (await runner.RunAsync(target, ct) is { } failure) connected.Gate.Report(failure);
                else connected.Gate.Worked();
                await Task.Delay(target.Schedule.Every, time, ct);
            }
        });
}
