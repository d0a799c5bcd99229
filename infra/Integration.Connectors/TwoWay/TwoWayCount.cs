namespace Integration.Connectors.TwoWay;

/// <summary>A count as stored.</summary>
internal sealed record TwoWayCount
{
    /// <summary>One of <see cref="TwoWayCounts"/>.</summary>
    public string What { get; init; } = "";

    public long Records { get; init; }
}
