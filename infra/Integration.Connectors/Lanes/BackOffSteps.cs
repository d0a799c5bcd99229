using System.Collections.Concurrent;
using Integration.Contracts.Orders;

namespace Integration.Connectors.Lanes;

/// <summary>
/// How long work that could not be finished waits at least, by the flow document's <c>backOff</c>: the first step after the first attempt, the
/// last one again and again. Counted in memory: after a restart the steps begin anew.
/// </summary>
/// <param name="stepsOf">The steps of a pair; empty for none.</param>
internal sealed class BackOffSteps(Func<string, IReadOnlyList<TimeSpan>> stepsOf)
{
    private readonly ConcurrentDictionary<(string Queue, Type Message, OrderKey Key), int> _attempts = new();

    /// <summary>The wait after one more attempt that came to nothing.</summary>
    public TimeSpan Next(string queue, object message)
    {
        if (message is not IOrderMessage about || stepsOf(about.Key.Pair) is not { Count: > 0 } steps) return TimeSpan.Zero;
        var attempt = _attempts.AddOrUpdate((queue, message.GetType(), about.Key), 1, (_, before) => before + 1);
        return steps[Math.Min(attempt, steps.Count) - 1];
    }

    /// <summary>The work is finished.</summary>
    public void Done(string queue, object message)
    {
        if (!_attempts.IsEmpty && message is IOrderMessage about) _attempts.TryRemove((queue, message.GetType(), about.Key), out _);
    }
}
