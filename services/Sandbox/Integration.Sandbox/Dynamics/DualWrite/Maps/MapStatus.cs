namespace Integration.Sandbox.Dynamics.DualWrite.Maps;

/// <summary>What a map is doing.</summary>
internal enum MapStatus
{
    /// <summary>Nothing: it has no row in Dataverse, and changes are forgotten.</summary>
    NotRunning,

    /// <summary>It copies.</summary>
    Running,

    /// <summary>Changes wait until it is resumed.</summary>
    Paused,
}
