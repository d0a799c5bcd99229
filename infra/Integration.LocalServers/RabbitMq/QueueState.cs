using System.Text.Json;

namespace Integration.LocalServers.RabbitMq;

/// <summary>
/// A queue as the management interface sees it. Counts are a second or so old
/// (the broker's <c>collect_statistics_interval</c>; five seconds by default on a broker that is not ours).
/// </summary>
/// <param name="Name">Queue name.</param>
/// <param name="Type"><c>quorum</c>, <c>classic</c> or <c>stream</c>.</param>
/// <param name="Durable">Whether the queue survives a restart of the broker.</param>
/// <param name="Ready">Messages waiting for a consumer.</param>
/// <param name="Unacknowledged">Messages handed out and not yet acknowledged.</param>
/// <param name="Consumers">Consumers attached now.</param>
/// <param name="Arguments">Declared arguments, such as <c>x-delivery-limit</c>.</param>
public sealed record QueueState(
    string Name, string Type, bool Durable, long Ready, long Unacknowledged, int Consumers, IReadOnlyDictionary<string, JsonElement> Arguments)
{
    /// <summary>All messages in the queue: ready and unacknowledged.</summary>
    public long Messages => Ready + Unacknowledged;
}
