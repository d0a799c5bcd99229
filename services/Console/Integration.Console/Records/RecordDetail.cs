using Integration.Console.Attention;

namespace Integration.Console.Records;

/// <summary>A record with everything that happened to it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Timeline">Its timeline, oldest first.</param>
/// <param name="Attention">Its entries on the attention list, settled ones included.</param>
public sealed record RecordDetail(RecordSummary Record, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<AttentionEntry> Attention);
