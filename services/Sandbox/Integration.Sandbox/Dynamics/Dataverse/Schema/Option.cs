namespace Integration.Sandbox.Dynamics.Dataverse.Schema;

/// <summary>A value of a choice.</summary>
/// <param name="Label">What people read.</param>
/// <param name="State">State that a status belongs to; null for other choices.</param>
internal sealed record Option(string Label, long? State = null);
