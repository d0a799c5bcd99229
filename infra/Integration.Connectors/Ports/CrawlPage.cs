using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>What came of reading a page of all records.</summary>
public abstract record CrawlPage
{
    private CrawlPage()
    {
    }

    /// <summary>Read.</summary>
    /// <param name="Records">The records of this page; may be none although more follow.</param>
    /// <param name="Last">True when the list ends here.</param>
    public sealed record Read(IReadOnlyList<CrawledRecord> Records, bool Last) : CrawlPage;

    /// <summary>Not read.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : CrawlPage;
}
