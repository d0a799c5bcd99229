namespace Integration.Connectors.Lanes.Stock.Reserving;

/// <summary>An order that takes stock.</summary>
internal sealed record ReservedOrder
{
    /// <summary>Number of its snapshot; 0 before the first.</summary>
    public long Sequence { get; init; }

    /// <summary>1 when it is from before the pair's time.</summary>
    public long Ignored { get; init; }
}
