namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Asks people to fulfil an order; without parcels, all that is open in one.</summary>
internal sealed record ShipRequest : OrderReference
{
    /// <summary>One invoice with one tracking number each.</summary>
    public IReadOnlyList<Parcel> Parcels { get; init; } = [];
}
