using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>One page of a sweep, or why it stopped.</summary>
/// <param name="Records">The hits; may be empty.</param>
/// <param name="SourceTime">The source's clock when the page was read, from its answer; null when it did not say.</param>
/// <param name="Last">True when everything up to now has been listed. The watermark moves only after a last page.</param>
/// <param name="Failure">Set when the page could not be read: throttled, unavailable, denied or rejected.</param>
public sealed record ChangePage(IReadOnlyList<ChangedRecord> Records, DateTimeOffset? SourceTime, bool Last, WriteOutcome? Failure = null);
