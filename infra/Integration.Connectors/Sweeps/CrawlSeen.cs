namespace Integration.Connectors.Sweeps;

/// <summary>A record as the last round left it.</summary>
internal sealed record CrawlSeen
{
    public string Id { get; init; } = "";

    public string Fingerprint { get; init; } = "";
}
