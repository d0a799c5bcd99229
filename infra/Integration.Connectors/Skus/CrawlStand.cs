namespace Integration.Connectors.Skus;

/// <summary>How far the crawl of a connection's catalogue is.</summary>
internal sealed record CrawlStand
{
    public long Round { get; init; }

    /// <summary>The next page to read; 0 between two rounds.</summary>
    public long Page { get; init; }

    /// <summary>When the last round ended, Unix milliseconds; 0 before the first.</summary>
    public long EndedAt { get; init; }
}
