namespace Integration.Connectors.Ports;

/// <summary>When records are read again that may have changed without a sign.</summary>
/// <param name="Every">Pause between two rounds; a record that was read within it is left alone.</param>
/// <param name="Within">How long after it was placed a record is read again.</param>
/// <param name="Most">Most records of one round, the newest.</param>
public sealed record RelookSchedule(TimeSpan Every, TimeSpan Within, int Most);
