namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Returns and credits, both ways.</summary>
public sealed record ReturnLane
{
    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static ReturnLane Read(StrictSection section)
    {
        section.NothingElse();
        return new ReturnLane();
    }
}
