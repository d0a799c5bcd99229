namespace Integration.Run.Bench.FlashSale;

/// <summary>A station while it is simulated: who waits, how many are served, and when the next may begin.</summary>
internal sealed class StationQueue(Station station)
{
    private const double Minute = 60_000;
    private readonly Queue<(int Order, int Step)> _waiting = new();
    private readonly Queue<double> _begun = new();
    private int _busy;

    /// <summary>Milliseconds of service given so far.</summary>
    public double Served { get; private set; }

    public void Enter(int order, int step) => _waiting.Enqueue((order, step));

    /// <summary>Takes the next one, if somebody waits and a server is free.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="begins">When it may begin: later than now where the minute's calls are used up.</param>
    public (int Order, int Step)? Take(double now, out double begins)
    {
        begins = now;
        if (_waiting.Count == 0 || _busy >= station.Servers) return null;
        if (station.PerMinute is { } most)
        {
            if (_begun.Count >= most) begins = Math.Max(now, _begun.Dequeue() + Minute);
            _begun.Enqueue(begins);
        }

        _busy++;
        return _waiting.Dequeue();
    }

    public void Leave(double served)
    {
        _busy--;
        Served += served;
    }
}
