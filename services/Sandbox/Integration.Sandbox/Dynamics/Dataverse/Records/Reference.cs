namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>What a lookup column holds.</summary>
/// <param name="Table">Logical name of the table pointed to.</param>
/// <param name="Id">The record there.</param>
internal sealed record Reference(string Table, Guid Id);
