namespace Integration.Contracts.Operations;

/// <summary>Lookups or mapping documents of a pair changed, and whoever maps uses them already: what waits for them is worth another try.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Tables">Names of the lookups that changed.</param>
/// <param name="Documents">Names of the documents that changed, such as <c>orders.toErp</c>.</param>
/// <param name="At">When it was seen, UTC.</param>
public sealed record PairCorrected(string Pair, IReadOnlyList<string> Tables, IReadOnlyList<string> Documents, DateTimeOffset At);
