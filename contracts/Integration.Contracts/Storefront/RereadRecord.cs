namespace Integration.Contracts.Storefront;

/// <summary>Asks the reading half of a lane to look at one record again.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="Id">The outside system's id of the record.</param>
/// <param name="Operator">Who asked.</param>
public sealed record RereadRecord(string Pair, string Entity, string Id, string Operator);
