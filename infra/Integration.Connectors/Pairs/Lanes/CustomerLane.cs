namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Customer accounts, both ways.</summary>
public sealed record CustomerLane
{
    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static CustomerLane Read(StrictSection section)
    {
        section.NothingElse();
        return new CustomerLane();
    }
}
