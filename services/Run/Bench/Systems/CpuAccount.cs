using Integration.Run.Stack;

namespace Integration.Run.Bench.Systems;

/// <summary>CPU seconds so far, by process: our services, broker, database, sandbox and the load, which is this process.</summary>
internal sealed record CpuAccount(IReadOnlyDictionary<string, double> Seconds)
{
    public const string Ours = "ours";
    public const string Broker = "broker";
    public const string Database = "database";
    public const string Load = "load";

    public static CpuAccount Of(IRunningStack stack)
    {
        var seconds = stack.State.Processes.ToDictionary(process => process.Key, process => ProcessUsage.Of(process.Value).CpuSeconds);
        if (stack.Backing.Broker is { } broker) seconds[Broker] = ProcessCpu.SecondsOf(broker.ProcessId);
        if (stack.Backing.Database is { } database) seconds[Database] = ProcessCpu.SecondsOf(database.ProcessId);
        seconds[Load] = Environment.CpuUsage.TotalTime.TotalSeconds;
        return new CpuAccount(seconds);
    }

    /// <summary>Milliseconds per piece of work since then; <see cref="Ours"/> is the sum of our services.</summary>
    public IReadOnlyDictionary<string, double> PerPiece(CpuAccount before, double pieces)
    {
        var spent = Seconds.ToDictionary(entry => entry.Key, entry => Math.Round((entry.Value - before.Seconds.GetValueOrDefault(entry.Key)) * 1000 / pieces, 2));
        spent[Ours] = Math.Round(ServiceRole.Services.Sum(role => spent.GetValueOrDefault(role.Name)), 2);
        return spent;
    }

    /// <summary>Processors busy on average since then, all processes together.</summary>
    public double BusyProcessors(CpuAccount before, double seconds) => Math.Round((Seconds.Values.Sum() - before.Seconds.Values.Sum()) / seconds, 2);
}
