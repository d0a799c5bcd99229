namespace Integration.Connectors.Publishing;

/// <summary>What a check of a document found.</summary>
/// <param name="Version">The version that the text names; 0 for code tables, which name none, and for texts that cannot be read.</param>
/// <param name="Errors">Why it must not be published.</param>
/// <param name="Warnings">What to look at.</param>
public sealed record DocumentFindings(int Version, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings);
