using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Load;

/// <summary>Orders that customers place on a schedule, and how long the ERP took to hold each.</summary>
/// <param name="stack">Shop and ERP.</param>
/// <param name="run">Tells the customers of this run from others'.</param>
/// <param name="mostWaiting">Customers pause while so many orders wait for the ERP: on a slow machine a queue would hide what is stuck.</param>
internal sealed class OrderStream(ChaosStack stack, string run, int mostWaiting)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _placed = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _arrived = new();
    private readonly Channel<string> _ids = Channel.CreateUnbounded<string>();
    private int _index;
    private long _journal;

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
            if (mostWaiting < int.MaxValue) due = Math.Min(due, mostWaiting - _placed.Count(order => !_arrived.ContainsKey(order.Key)));
            if (due > 0)
            {
                var at = DateTimeOffset.UtcNow;
                var placed = await stack.PlaceManyAsync(Enumerable.Range(_index, due).Select(index => Checkout.Good(run, index)), ct);
                _index += due;
                foreach (var (id, number) in placed)
                {
                    _placed[$"{SandboxPairFile.StorefrontCode}-{number}"] = at;
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

    /// <summary>Looks which orders the ERP has got since the last look, and when.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        while (await stack.Erp.JournalAsync(_journal, ct) is { Count: > 0 } commits)
        {
            foreach (var commit in commits)
            {
                // It may be there before the shop's answer has reached us.
                _arrived.TryAdd(commit.Reference, commit.At);
                _journal = commit.Seq;
            }
        }
    }

    /// <summary>The longest time from the shop to the ERP; what never arrived counts until now.</summary>
    public TimeSpan Slowest => _placed.Select(order => _arrived.GetValueOrDefault(order.Key, DateTimeOffset.UtcNow) - order.Value).DefaultIfEmpty().Max();

    /// <summary>How long the orders took that were placed from then on, in the order in which they were placed.</summary>
    public IReadOnlyList<TimeSpan> Since(DateTimeOffset then) =>
        [.. _placed.Where(order => order.Value >= then && _arrived.ContainsKey(order.Key)).OrderBy(order => order.Value).Select(order => _arrived[order.Key] - order.Value)];

    /// <summary>Half of the orders took no longer.</summary>
    public TimeSpan Median => Since(DateTimeOffset.MinValue) is { Count: > 0 } took ? took.Order().ElementAt(took.Count / 2) : TimeSpan.Zero;
}
