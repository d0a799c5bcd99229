namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>What the warehouse corrects about a packing slip that is not invoiced yet.</summary>
internal sealed record ShipmentCorrection
{
    /// <summary>Packing slip.</summary>
    public string ShipmentNbr { get; init; } = "";

    /// <summary>Legal entity.</summary>
    public string Company { get; init; } = "usmf";

    /// <summary>Tracking number that it has from now on; the empty text takes it away, left out it stays.</summary>
    public string? TrackingNbr { get; init; }

    /// <summary>True: the packing slip is canceled.</summary>
    public bool Delete { get; init; }
}
