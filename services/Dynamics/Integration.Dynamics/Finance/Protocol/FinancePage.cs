using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>A page of a list.</summary>
/// <param name="Records">The records of our legal entity.</param>
/// <param name="Failure">Why it could not be read, or null.</param>
/// <param name="SourceTime">The server's clock.</param>
/// <param name="Next">Where the next page stands, as the server said; null on the last.</param>
internal sealed record FinancePage(IReadOnlyList<FinanceRecord> Records, WriteOutcome? Failure, DateTimeOffset? SourceTime = null, string? Next = null);
