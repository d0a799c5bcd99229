using System.Globalization;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.Crashes;

/// <summary>Which crash point each launch of a service is armed with. Each named point of the service comes equally often, in the seed's order.</summary>
internal static class CrashPlan
{
    private const int LatestHit = 5;

    private static Dictionary<string, IReadOnlyList<(string Point, int Latest)>> Points(PairUnderChaos pair) => new()
    {
        [ServiceRole.Gateway.Name] = [("after-look-row", LatestHit), ("after-status-write", LatestHit)],
        [SandboxErp.Of(pair.Name).Adapter.Name] = pair.CrashPoints,
        [ServiceRole.OrderToCash.Name] = [("after-save-before-publish", LatestHit + 2), ("after-publish-before-confirm", LatestHit + 2)],
    };

    /// <summary>Service → crash points (NAME:N is the N-th time that a launch comes to it).</summary>
    public static Dictionary<string, IReadOnlyList<string>> Of(PairUnderChaos pair, int times, int seed)
    {
        var dice = new Random(seed);
        return Points(pair).ToDictionary(service => service.Key, IReadOnlyList<string> (service) =>
        {
            var launches = Enumerable.Range(0, times).SelectMany(_ => service.Value)
                .Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Point}:{dice.Next(1, point.Latest + 1)}")).ToArray();
            dice.Shuffle(launches);
            return launches;
        });
    }
}
