using Integration.Contracts.Shipments;

namespace Integration.Connectors.Ports;

/// <summary>A shipment to a customer, split by the orders it holds.</summary>
public sealed record ErpShipment
{
    /// <summary>The ERP's id of the shipment.</summary>
    public required string Id { get; init; }

    /// <summary>The ERP's change stamp, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>False when it was opened again, or is not confirmed yet.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>Per ERP order id: the order's part. One shipment may hold several orders.</summary>
    public required IReadOnlyDictionary<string, Shipment> ByOrder { get; init; }
}
