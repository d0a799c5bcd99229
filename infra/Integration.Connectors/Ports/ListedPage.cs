using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>What came of reading a page of a list that is read to its end once.</summary>
public abstract record ListedPage
{
    private ListedPage()
    {
    }

    /// <summary>Read.</summary>
    /// <param name="Ids">The outside system's ids; may be none although more follow.</param>
    /// <param name="Next">Where the next page begins, as the system's port understands it; null when the list ends here.</param>
    /// <param name="Share">How much of the list is read with this page, 0 to 1; null when nobody can tell.</param>
    public sealed record Read(IReadOnlyList<string> Ids, string? Next, double? Share = null) : ListedPage;

    /// <summary>Not read.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : ListedPage;
}
