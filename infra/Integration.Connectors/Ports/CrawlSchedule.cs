namespace Integration.Connectors.Ports;

/// <summary>How slowly all records of a kind are read.</summary>
/// <param name="Every">Pause between the end of a round and the next.</param>
/// <param name="BetweenPages">Pause between two pages of a round.</param>
public sealed record CrawlSchedule(TimeSpan Every, TimeSpan BetweenPages);
