namespace Integration.Sandbox.Dynamics.Dataverse.Schema;

/// <summary>A collection of records that point to a record.</summary>
/// <param name="Table">Their table.</param>
/// <param name="Column">Their lookup column.</param>
internal sealed record ChildLink(string Table, string Column);
