namespace Integration.Sandbox.Acumatica.Control;

/// <summary>What the warehouse corrects about a confirmed shipment that is not billed yet.</summary>
internal sealed record ShipmentCorrection
{
    /// <summary>The shipment.</summary>
    public string ShipmentNbr { get; init; } = "";

    /// <summary>Tracking number that all its packages carry from now on; the empty text takes them away, left out they stay.</summary>
    public string? TrackingNbr { get; init; }

    /// <summary>False: it stays open.</summary>
    public bool Confirm { get; init; } = true;

    /// <summary>True: it is deleted.</summary>
    public bool Delete { get; init; }
}
