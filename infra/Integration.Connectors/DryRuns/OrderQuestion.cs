namespace Integration.Connectors.DryRuns;

/// <summary>Which orders a dry run wants.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Order">One order, by its number or the shop's id; null for recorded ones.</param>
/// <param name="Last">So many of the recorded ones, the newest first.</param>
/// <param name="Since">Only those read since.</param>
internal sealed record OrderQuestion(string Pair, string? Order = null, int Last = 100, DateTimeOffset? Since = null);
