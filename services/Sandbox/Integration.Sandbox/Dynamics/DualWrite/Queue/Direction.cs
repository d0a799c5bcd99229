namespace Integration.Sandbox.Dynamics.DualWrite.Queue;

/// <summary>Where a change is copied to.</summary>
internal enum Direction
{
    /// <summary>To Finance and Operations.</summary>
    ToFinance,

    /// <summary>To Dataverse.</summary>
    ToDataverse,
}
