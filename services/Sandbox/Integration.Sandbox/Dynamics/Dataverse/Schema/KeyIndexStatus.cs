namespace Integration.Sandbox.Dynamics.Dataverse.Schema;

/// <summary>How far the index behind an alternate key is. Only an active key can be used.</summary>
internal enum KeyIndexStatus
{
    Pending,
    InProgress,
    Active,
    Failed,
}
