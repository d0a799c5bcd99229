using System.Globalization;
using Integration.Run.Stack;

namespace Integration.Tests.Chaos.Crashes;

/// <summary>Which crash point each launch of a service is armed with. Each named point of the service comes equally often, in the seed's order.</summary>
internal static class CrashPlan
{
    private const int LatestHit = 5;

    // What a launch comes to seldom is armed for its first times.
    private static readonly Dictionary<string, (string Point, int Latest)[]> Points = new()
    {
        [ServiceRole.Gateway.Name] = [("after-look-row", LatestHit), ("after-status-write", LatestHit)],
        [ServiceRole.Adapter.Name] = [("after-claim", LatestHit), ("after-call-before-save", LatestHit), ("after-customer-create", 2), ("after-token-refresh", 1)],
        [ServiceRole.OrderToCash.Name] = [("after-save-before-publish", LatestHit + 2), ("after-publish-before-confirm", LatestHit + 2)],
    };

    /// <summary>Service → crash points (NAME:N is the N-th time that a launch comes to it).</summary>
    public static Dictionary<string, IReadOnlyList<string>> Of(int times, int seed)
    {
        var dice = new Random(seed);
        return Points.ToDictionary(service => service.Key, IReadOnlyList<string> (service) =>
        {
            var launches = Enumerable.Range(0, times).SelectMany(_ => service.Value)
                .Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Point}:{dice.Next(1, point.Latest + 1)}")).ToArray();
            dice.Shuffle(launches);
            return launches;
        });
    }
}
