using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Protocol;

/// <summary>A page of a list.</summary>
/// <param name="Records">Its records.</param>
/// <param name="Failure">Why it could not be read, or null.</param>
/// <param name="SourceTime">The server's clock.</param>
/// <param name="Next">Where the next page stands, as the server said; null on the last.</param>
internal sealed record ODataPage<TRecord>(IReadOnlyList<TRecord> Records, WriteOutcome? Failure, DateTimeOffset? SourceTime = null, string? Next = null);
