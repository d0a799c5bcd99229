namespace Integration.Connectors.Ports;

/// <summary>How slowly a whole catalogue is read.</summary>
/// <param name="Every">Pause between the end of a round and the next.</param>
/// <param name="BetweenPages">Pause between two pages of a round.</param>
public sealed record CatalogueSchedule(TimeSpan Every, TimeSpan BetweenPages);
