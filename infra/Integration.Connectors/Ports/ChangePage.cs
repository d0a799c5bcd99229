using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>One page of a sweep, or why it stopped.</summary>
/// <param name="Records">The hits; may be empty.</param>
/// <param name="SourceTime">The source's clock when the page was read, from its answer; null when it did not say.</param>
/// <param name="Last">True when everything up to now has been listed. The watermark moves only after a last page.</param>
/// <param name="Failure">Set when the page could not be read: throttled, unavailable, denied or rejected.</param>
public sealed record ChangePage(IReadOnlyList<ChangedRecord> Records, DateTimeOffset? SourceTime, bool Last, WriteOutcome? Failure = null)
{
    /// <summary>
    /// True on every page of a system that keeps no change stamps (Finance &amp; Operations): its pages together list whatever can still change, with no regard
    /// to the moment asked for, each with its <see cref="ChangedRecord.Content"/>. A record counts as changed when its content is another than in the
    /// listing before, and when it is not listed any more.
    /// </summary>
    public bool IsWhole { get; init; }
}
