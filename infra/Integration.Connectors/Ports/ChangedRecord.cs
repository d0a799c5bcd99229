namespace Integration.Connectors.Ports;

/// <summary>One hit of a sweep.</summary>
/// <param name="Id">The system's own id of the record.</param>
/// <param name="ChangedAt">The system's change stamp, UTC.</param>
public sealed record ChangedRecord(string Id, DateTimeOffset ChangedAt);
