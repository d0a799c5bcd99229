using System.Text.Json.Nodes;

namespace Integration.Connectors.Pairs;

/// <summary>Whether two descriptions mean the same connection in every respect.</summary>
internal sealed class SameConnection : IEqualityComparer<ConnectionDefinition>
{
    public static SameConnection Instance { get; } = new();

    public bool Equals(ConnectionDefinition? x, ConnectionDefinition? y) =>
        x is not null && y is not null
        && Plain(x) == Plain(y)
        && JsonNode.DeepEquals(x.Settings, y.Settings)
        && x.Secrets.Count == y.Secrets.Count && x.Secrets.All(secret => y.Secrets.GetValueOrDefault(secret.Key) == secret.Value);

    public int GetHashCode(ConnectionDefinition obj) => Plain(obj).GetHashCode();

    private static (string, string, Uri, bool, int?, int, TimeSpan) Plain(ConnectionDefinition c) =>
        (c.Name, c.Kind, c.Url, c.LocalAddresses, c.CallsPerMinute, c.ConcurrentCalls, c.Deadline);
}
