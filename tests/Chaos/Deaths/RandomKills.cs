using Integration.Tests.Chaos.Harness;
using Integration.Tests.Chaos.Load;

namespace Integration.Tests.Chaos.Deaths;

/// <summary>Kills of all services, each as often as the others, in an order and at moments that the seed decides.</summary>
internal static class RandomKills
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    /// <summary>Kills so often while the orders are placed.</summary>
    public static async Task RunAsync(ChaosStack stack, int kills, OrderStream stream, int orders, int seed, CancellationToken ct)
    {
        var dice = new Random(seed);
        var victims = Enumerable.Range(0, kills).Select(kill => stack.Pair.Services[kill % stack.Pair.Services.Count].Name).ToArray();
        dice.Shuffle(victims);
        foreach (var (kill, victim) in victims.Index())
        {
            // By orders, not by the clock: a slow machine is not killed more often for each.
            var due = (int)(orders * (kill + dice.NextDouble()) / kills);
            await Eventually.FindAsync(_ => Task.FromResult(stream.Placed), placed => placed >= due, LongestWait, placed => $"{placed} orders placed", ct);
            // One that is just being started again is killed as soon as it lives.
            await Eventually.FindAsync(_ => Task.FromResult(stack.Kill(victim)), killed => killed, LongestStart, _ => $"{victim} does not come back", ct);
        }
    }
}
