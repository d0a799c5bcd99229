namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Products and prices, both ways.</summary>
public sealed record ProductLane
{
    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static ProductLane Read(StrictSection section)
    {
        section.NothingElse();
        return new ProductLane();
    }
}
