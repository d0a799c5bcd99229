using Integration.Sandbox.Control;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Asks the warehouse to ship an order; without parcels all that is open, one packing slip per warehouse.</summary>
internal sealed record ShipRequest : OrderReference
{
    /// <summary>One packing slip each.</summary>
    public IReadOnlyList<Parcel> Parcels { get; init; } = [];
}
