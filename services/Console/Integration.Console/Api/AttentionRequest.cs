namespace Integration.Console.Api;

/// <summary>An action on one attention entry.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="Version">The version that the operator saw; an entry that moved on meanwhile is not touched. Null acts on whatever stands there.</param>
/// <param name="Note">Why, for the audit; may be empty.</param>
public sealed record AttentionRequest(string Key, int? Version = null, string? Note = null);
