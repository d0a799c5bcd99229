using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Load;

/// <summary>Orders that customers place on a schedule, whatever the system does meanwhile, and how long the ERP took to hold each.</summary>
internal sealed class OrderStream(ChaosStack stack, string run)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, TimeSpan> _placed = new();
    private readonly ConcurrentDictionary<string, TimeSpan> _took = new();
    private readonly Channel<string> _ids = Channel.CreateUnbounded<string>();
    private int _index;

    /// <summary>Ids of what was placed, as it is placed.</summary>
    public ChannelReader<string> Ids => _ids.Reader;

    public int Placed => _placed.Count;

    /// <summary>Places so many orders, or until the time is over.</summary>
    public async Task PlaceAsync(int orders, double perSecond, CancellationToken until, CancellationToken ct)
    {
        var (began, first) = (_clock.Elapsed, _index);
        while (_index - first < orders && !until.IsCancellationRequested)
        {
            var due = (int)Math.Min(orders, ((_clock.Elapsed - began).TotalSeconds * perSecond) + 1) - (_index - first);
            if (due > 0)
            {
                var placed = await stack.PlaceManyAsync(Enumerable.Range(_index, due).Select(index => Checkout.Good(run, index)), ct);
                _index += due;
                foreach (var (id, number) in placed)
                {
                    _placed[$"{SandboxPairFile.StorefrontCode}-{number}"] = _clock.Elapsed;
                    await _ids.Writer.WriteAsync(id, ct);
                }
            }

            await Task.WhenAny(Task.Delay(Tick, until));
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Looks again and again which orders the ERP holds, until the time is over.</summary>
    public async Task WatchAsync(TimeSpan every, CancellationToken until, CancellationToken ct)
    {
        while (!until.IsCancellationRequested)
        {
            await LookAsync(ct);
            await Task.WhenAny(Task.Delay(every, until));
        }
    }

    /// <summary>Looks which orders the ERP holds now.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var state = await stack.Erp.StateAsync(ct);
        var now = _clock.Elapsed;
        foreach (var reference in state["orders"]!.AsArray().Select(order => order!["externalRef"]!.ToString()))
        {
            if (_placed.TryGetValue(reference, out var placed)) _took.TryAdd(reference, now - placed);
        }
    }

    /// <summary>The longest time from the shop to the ERP; what never arrived counts until now.</summary>
    public TimeSpan Slowest => _placed.Select(order => _took.TryGetValue(order.Key, out var took) ? took : _clock.Elapsed - order.Value).DefaultIfEmpty().Max();

    /// <summary>Half of the orders took no longer.</summary>
    public TimeSpan Median => _took.Values.Order().ElementAtOrDefault(_took.Count / 2);
}
