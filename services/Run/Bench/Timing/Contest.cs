namespace Integration.Run.Bench.Timing;

/// <summary>
/// Times pieces of work against the first of them. All take turns in every round, so that a machine that slows down meanwhile slows
/// them alike; the CPU time counts, not the clock on the wall, because others may use the machine.
/// </summary>
internal static class Contest
{
    private const int Rounds = 15;
    private static readonly TimeSpan Warming = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan RoundLength = TimeSpan.FromMilliseconds(80);

    public static Dictionary<string, Timed> Run(IReadOnlyList<Contender> contenders, CancellationToken ct)
    {
        var counts = contenders.Select(contender => Warm(contender, ct)).ToArray();
        var costs = contenders.Select(_ => new List<(double Microseconds, long Bytes)>(Rounds)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                ct.ThrowIfCancellationRequested();
                costs[i].Add(Time(contenders[i].Work, counts[i]));
            }
        }

        return Enumerable.Range(0, contenders.Count).ToDictionary(i => contenders[i].Name, i => new Timed
        {
            Microseconds = Math.Round(Median(costs[i].Select(cost => cost.Microseconds)), 3),
            Bytes = (long)Median(costs[i].Select(cost => (double)cost.Bytes)),
            Ratio = Math.Round(Median(costs[i].Zip(costs[0], (cost, yardstick) => cost.Microseconds / yardstick.Microseconds)), 2),
        });
    }

    /// <summary>Runs until the runtime has compiled the work for good; returns how many runs fill a round.</summary>
    private static int Warm(Contender contender, CancellationToken ct)
    {
        var until = Environment.TickCount64 + (long)Warming.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            ct.ThrowIfCancellationRequested();
            Time(contender.Work, 100);
        }

        var count = 100;
        while (true)
        {
            var (microseconds, _) = Time(contender.Work, count);
            if (microseconds * count >= RoundLength.TotalMicroseconds) return count;
            count *= 2;
        }
    }

    private static (double Microseconds, long Bytes) Time(Func<object?> work, int count)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < count; i++)
            GC.KeepAlive(work());
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return (cpu.TotalMicroseconds / count, (GC.GetAllocatedBytesForCurrentThread() - bytes) / count);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
