namespace Integration.Connectors.DryRuns;

/// <summary>What another mapping document would change.</summary>
/// <param name="Orders">Orders compared.</param>
/// <param name="Same">Orders whose document stays the same.</param>
/// <param name="FailingBoth">Orders that fail with both.</param>
/// <param name="NewlyFailing">Orders that would fail, and why.</param>
/// <param name="NewlyPassing">Numbers of orders that fail now and would pass.</param>
/// <param name="Rules">What changes, by rule.</param>
public sealed record MappingDiffReport(
    int Orders, int Same, int FailingBoth, IReadOnlyList<OrderProblems> NewlyFailing, IReadOnlyList<string> NewlyPassing, IReadOnlyList<RuleChange> Rules);
