namespace Integration.Sandbox.Control;

/// <summary>One parcel.</summary>
internal sealed record Parcel
{
    /// <summary>What is in it; nothing given means all that is open.</summary>
    public IReadOnlyList<ParcelLine> Lines { get; init; } = [];

    /// <summary>Warehouse that it leaves; when left out, the one that the lines still to be shipped name.</summary>
    public string? WarehouseId { get; init; }

    /// <summary>Tracking number; made up when left out.</summary>
    public string? TrackingNbr { get; init; }

    /// <summary>How it travels; as the order says when left out.</summary>
    public string? Carrier { get; init; }
}
