namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Expected dates of goods from the ERP's purchase orders to the storefront.</summary>
public sealed record PurchaseOrderLane
{
    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static PurchaseOrderLane Read(StrictSection section)
    {
        section.NothingElse();
        return new PurchaseOrderLane();
    }
}
