namespace Integration.Console.Api;

/// <summary>A decision about one attention entry of a conflict.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="Keep">Whose values are kept: <c>storefront</c> or <c>erp</c>.</param>
/// <param name="Version">The version that the operator saw; an entry that moved on meanwhile is not touched. Null acts on whatever stands there.</param>
public sealed record DecisionRequest(string Key, string Keep, int? Version = null);
