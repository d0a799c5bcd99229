using Integration.Connectors.Outcomes;

namespace Integration.XCart.Sweeping;

/// <summary>A part of the shop's list of orders, or why it could not be read.</summary>
/// <param name="Rows">From the offset asked for.</param>
/// <param name="ReachedEnd">True when the list ends here.</param>
/// <param name="SourceTime">The shop's clock, or null when it did not say.</param>
/// <param name="Failure">Set when it could not be read or is not ordered as asked.</param>
internal sealed record ListPart(IReadOnlyList<ListedOrder> Rows, bool ReachedEnd, DateTimeOffset? SourceTime, WriteOutcome? Failure = null);
