namespace Integration.Run.Bench.FlashSale;

/// <summary>
/// A discrete-event simulation: every order goes its way from station to station, first come first served; the time of a service is spread around its
/// mean. The same seed gives the same run.
/// </summary>
internal sealed class Simulation(IReadOnlyList<Visit> way, int seed)
{
    // The sum of so many exponential times: spread as measured services are, neither fixed nor wild.
    private const int Phases = 4;
    private const double Sample = 1000;
#pragma warning disable CA5394 // Repeatable on purpose.
    private readonly Random _dice = new(seed);
    private readonly Dictionary<Station, StationQueue> _queues = way.Select(visit => visit.Station).Distinct().ToDictionary(station => station, station => new StationQueue(station));
    private readonly PriorityQueue<(int Order, int Step, double Served), (double At, long Number)> _events = new();
    private long _number;

    /// <param name="orders">Orders placed.</param>
    /// <param name="perSecond">How fast.</param>
    public SaleOutcome Run(int orders, double perSecond)
    {
        for (var order = 0; order < orders; order++) Schedule(order * 1000 / perSecond, order, -1, 0);
        var (placed, created, peak, last, next) = (0, 0, 0, 0d, Sample);
        var moments = new List<SaleMoment>();
        var latencies = new double[orders];
        while (_events.TryDequeue(out var happened, out var at))
        {
            for (; at.At > next; next += Sample) moments.Add(new SaleMoment(next / 1000, placed - created));
            if (happened.Step < 0)
            {
                placed++;
            }
            else
            {
                var done = way[happened.Step];
                _queues[done.Station].Leave(happened.Served);
                if (done.IsCreated)
                {
                    created++;
                    last = at.At;
                    latencies[happened.Order] = at.At - (happened.Order * 1000 / perSecond);
                }

                Begin(done.Station, at.At);
            }

            peak = Math.Max(peak, placed - created);
            if (happened.Step + 1 < way.Count)
            {
                var station = way[happened.Step + 1].Station;
                _queues[station].Enter(happened.Order, happened.Step + 1);
                Begin(station, at.At);
            }
        }

        return new SaleOutcome
        {
            Orders = orders, SaleSeconds = Math.Round(orders / perSecond, 1), DrainedAfterSeconds = Math.Round(last / 1000, 1), PeakBacklog = peak,
            Latency = Load.Spread.Of(latencies)!, Moments = moments,
            Used = _queues.ToDictionary(queue => queue.Key.Name, queue => Math.Round(queue.Value.Served / (last * queue.Key.Servers), 2)),
        };
    }

    private void Begin(Station station, double now)
    {
        while (_queues[station].Take(now, out var begins) is var (order, step))
        {
            var served = way[step].MeanMs * Enumerable.Range(0, Phases).Sum(_ => -Math.Log(1 - _dice.NextDouble())) / Phases;
            Schedule(begins + served, order, step, served);
        }
    }
#pragma warning restore CA5394

    private void Schedule(double at, int order, int step, double served) => _events.Enqueue((order, step, served), (at, ++_number));
}
