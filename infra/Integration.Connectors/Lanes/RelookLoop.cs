using Integration.Connectors.Connections;
using Integration.Connectors.Sweeps;

namespace Integration.Connectors.Lanes;

/// <summary>
/// Marks recent records again after every pause of its schedule, while its lane is switched on. The first round waits too: a start brings sweeps enough.
/// </summary>
internal static class RelookLoop
{
    public static LaneLoop Of(Connected connected, RelookTarget target, RelookRunner runner, Func<bool> enabled, TimeProvider time) =>
        new($"relook {target.Scope} {target.Entity}", async ct =>
        {
            while (!ct.IsCancellationRequested)
            {
                await Task.Delay(target.Schedule.Every, time, ct);
                if (!enabled()) continue;
                if (await runner.RunAsync(target, ct) is { } failure) connected.Gate.Report(failure);
                else connected.Gate.Worked();
            }
        });
}
