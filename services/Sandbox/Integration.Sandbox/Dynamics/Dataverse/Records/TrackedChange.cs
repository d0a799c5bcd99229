namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>An entry of a table's change feed.</summary>
/// <param name="Version">Version of the change.</param>
/// <param name="Id">Record.</param>
/// <param name="Record">The record as it is now; null when it was deleted.</param>
internal sealed record TrackedChange(long Version, Guid Id, Record? Record);
