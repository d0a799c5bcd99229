namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>One parcel.</summary>
internal sealed record Parcel
{
    /// <summary>What is in it; nothing given means all that is open.</summary>
    public IReadOnlyList<ParcelLine> Lines { get; init; } = [];

    /// <summary>Warehouse that it leaves; any when left out.</summary>
    public string? WarehouseId { get; init; }

    /// <summary>Tracking number; made up when left out, none when it is empty.</summary>
    public string? TrackingNbr { get; init; }

    /// <summary>Mode of delivery; the order's when left out.</summary>
    public string? Carrier { get; init; }
}
