using Integration.Connectors.Outcomes;
using Integration.Contracts.Reconciliation;

namespace Integration.Connectors.Ports;

/// <summary>What came of reading a page of a list.</summary>
public abstract record ListPage
{
    private ListPage()
    {
    }

    /// <summary>Read.</summary>
    /// <param name="Records">May be none although more follow.</param>
    /// <param name="Next">The cursor of the next page; null at the end.</param>
    public sealed record Read(IReadOnlyList<ListedRecord> Records, string? Next) : ListPage;

    /// <summary>Not read.</summary>
    /// <param name="Outcome">Why: throttled, unavailable, denied or rejected.</param>
    public sealed record Failed(WriteOutcome Outcome) : ListPage;
}
