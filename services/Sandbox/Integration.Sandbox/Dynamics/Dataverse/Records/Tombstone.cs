namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>A record that was deleted.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Version of the deletion.</param>
internal sealed record Tombstone(string Table, Guid Id, long Version);
