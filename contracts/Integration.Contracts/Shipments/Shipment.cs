namespace Integration.Contracts.Shipments;

/// <summary>Goods that left the ERP's warehouse for one order.</summary>
public sealed record Shipment
{
    /// <summary>The ERP's shipment number.</summary>
    public required string Number { get; init; }

    /// <summary>The ERP's calendar date of the shipment.</summary>
    public required DateOnly ShippedOn { get; init; }

    /// <summary>The ERP's carrier or ship-via code; may be empty.</summary>
    public string Carrier { get; init; } = "";

    /// <summary>Tracking numbers, without repetition, in the ERP's order; empty when the warehouse gave none.</summary>
    public IReadOnlyList<string> TrackingNumbers { get; init; } = [];

    /// <summary>What was shipped for this order.</summary>
    public required IReadOnlyList<ShipmentLine> Lines { get; init; }
}
