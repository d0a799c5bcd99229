namespace Integration.Connectors.Pairs.Lanes;

/// <summary>What in the storefront counts as goods coming back.</summary>
public enum ReturnTrigger
{
    /// <summary>The order's fulfilment status says that it came back: everything that has not come back before.</summary>
    Returned,

    /// <summary>The order was paid back in full after it was shipped: everything that has not come back before.</summary>
    Refunded,

    /// <summary>Returns that the storefront names one by one; X-Cart's staff write them as lines of the staff notes.</summary>
    Named,
}
