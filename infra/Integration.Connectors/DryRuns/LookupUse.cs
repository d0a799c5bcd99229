namespace Integration.Connectors.DryRuns;

/// <summary>A code that was looked up.</summary>
/// <param name="Table">The lookup.</param>
/// <param name="Code">The code.</param>
/// <param name="Value">What it became, or null when it has no row.</param>
public sealed record LookupUse(string Table, string Code, string? Value);
