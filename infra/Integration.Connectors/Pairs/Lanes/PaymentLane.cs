namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Payments and refunds of the storefront to the ERP.</summary>
public sealed record PaymentLane
{
    /// <summary>Reads the lane's section of a pair file.</summary>
    internal static PaymentLane Read(StrictSection section)
    {
        section.NothingElse();
        return new PaymentLane();
    }
}
