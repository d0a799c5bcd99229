namespace Integration.Sandbox.Acumatica.Control;

/// <summary>One parcel.</summary>
internal sealed record Parcel
{
    /// <summary>What is in it; nothing given means all that is open.</summary>
    public IReadOnlyList<ParcelLine> Lines { get; init; } = [];

    /// <summary>Warehouse that it leaves; when left out, that of the first line still to be shipped.</summary>
    public string? WarehouseId { get; init; }

    /// <summary>Tracking number; made up when left out.</summary>
    public string? TrackingNbr { get; init; }

    /// <summary>Ship via; the order's when left out.</summary>
    public string? Carrier { get; init; }
}
