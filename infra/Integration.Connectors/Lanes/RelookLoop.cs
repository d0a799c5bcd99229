using Integration.Connectors.Connections;
using Integration.Connectors.Sweeps;

namespace Integration.Connectors.Lanes;

/// <summary>Marks recent records again after every pause of its schedule. The first round waits too: a start brings sweeps enough.</summary>
internal static class RelookLoop
{
    public static LaneLoop Of(Connected connected, RelookTarget target, RelookRunner runner, TimeProvider time) =>
        new($"relook {target.Scope} {target.Entity}", async ct =>
        {
            while (!ct.IsCancellationRequested)
            {
                await Task.Delay(target.Schedule.Every, time, ct);
                if (await runner.RunAsync(target, ct) is { } failure) connected.Gate.Report(failure);
                else connected.Gate.Worked();
            }
        });
}
