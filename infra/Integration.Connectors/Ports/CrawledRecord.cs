namespace Integration.Connectors.Ports;

/// <summary>A record that a crawl saw.</summary>
/// <param name="Id">The outside system's id.</param>
/// <param name="Content">Everything that counts as a change, as text that is the same for the same content. Personal data: only a keyed hash is stored.</param>
public sealed record CrawledRecord(string Id, string Content)
{
    /// <summary>Without the content.</summary>
    public override string ToString() => $"CrawledRecord {Id}";
}
