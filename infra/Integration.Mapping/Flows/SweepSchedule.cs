namespace Integration.Mapping.Flows;

/// <summary>How often a lane reads everything changed.</summary>
/// <param name="Every">Time between two sweeps.</param>
/// <param name="Overlap">How far each sweep reads back before the last one's start, by the source's clock.</param>
public sealed record SweepSchedule(TimeSpan Every, TimeSpan Overlap);
