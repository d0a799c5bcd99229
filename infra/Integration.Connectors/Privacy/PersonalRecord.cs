namespace Integration.Connectors.Privacy;

/// <summary>One stored record about a person, opened for export.</summary>
/// <param name="Scope">The pair.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="Id">The outside system's id.</param>
/// <param name="Json">The record as JSON.</param>
public sealed record PersonalRecord(string Scope, string Entity, string Id, string Json);
