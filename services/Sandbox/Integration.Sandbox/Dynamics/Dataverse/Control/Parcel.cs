using Integration.Sandbox.Control;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>One parcel.</summary>
internal sealed record Parcel
{
    /// <summary>What is in it; nothing given means all that is open.</summary>
    public IReadOnlyList<ParcelLine> Lines { get; init; } = [];

    /// <summary>Tracking number; made up when left out.</summary>
    public string? TrackingNbr { get; init; }
}
