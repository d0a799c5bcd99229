namespace Integration.Connectors.DryRuns;

/// <summary>Orders for a dry run, and what could not be read.</summary>
/// <param name="Orders">The orders; hold personal data.</param>
/// <param name="Notes">What went otherwise than asked, in plain words.</param>
public sealed record OrderAnswer(IReadOnlyList<ReadOrder> Orders, IReadOnlyList<string> Notes);
