namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Stock levels from the ERP to the storefront.</summary>
public sealed record StockLane
{
    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static StockLane Read(StrictSection section)
    {
        section.NothingElse();
        return new StockLane();
    }
}
