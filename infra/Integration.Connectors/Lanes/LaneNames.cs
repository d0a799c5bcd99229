namespace Integration.Connectors.Lanes;

/// <summary>Lane names in timelines and figures.</summary>
internal static class LaneNames
{
    public const string Orders = "orders";
    public const string Status = "status";
    public const string Shipments = "shipments";
}
