namespace Integration.Connectors.DryRuns;

/// <summary>What changes at one target path.</summary>
/// <param name="Rule">The path without positions, as rules are named.</param>
/// <param name="Changes">How many values change.</param>
/// <param name="Orders">In how many orders.</param>
/// <param name="Examples">The first ones.</param>
public sealed record RuleChange(string Rule, int Changes, int Orders, IReadOnlyList<ChangeExample> Examples);
