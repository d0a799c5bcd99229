using Integration.Sandbox.Control;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Asks the warehouse to ship an order; without parcels, all that is open in one.</summary>
internal sealed record ShipRequest : OrderReference
{
    /// <summary>One shipment with one package each.</summary>
    public IReadOnlyList<Parcel> Parcels { get; init; } = [];
}
