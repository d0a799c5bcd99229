using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Deaths;

/// <summary>Kills of all services, each as often as the others, in an order and at moments that the seed decides.</summary>
internal static class RandomKills
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(ChaosStack stack, int kills, TimeSpan over, int seed, CancellationToken ct)
    {
        var dice = new Random(seed);
        var victims = Enumerable.Range(0, kills).Select(kill => ServiceRole.Services[kill % ServiceRole.Services.Count].Name).ToArray();
        dice.Shuffle(victims);
        foreach (var victim in victims)
        {
            await Task.Delay(over / kills * (0.5 + dice.NextDouble()), ct);
            // One that is just being started again is killed as soon as it lives.
            await Eventually.FindAsync(_ => Task.FromResult(stack.Kill(victim)), killed => killed, LongestStart, _ => $"{victim} does not come back", ct);
        }
    }
}
