namespace Integration.Console.Reconciliation.Reporting;

/// <summary>How far one side's list of an entity is.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Side">The storefront (<c>store</c>) or the ERP (<c>erp</c>).</param>
/// <param name="State"><c>asked</c>, <c>done</c>, <c>none</c> (this side has no such list) or <c>failed</c>.</param>
/// <param name="Count">Records listed in the last look, those of the days beside counted too.</param>
/// <param name="Note">Why it failed, or empty.</param>
public sealed record ListedSide(string Entity, string Side, string State, int Count, string Note);
