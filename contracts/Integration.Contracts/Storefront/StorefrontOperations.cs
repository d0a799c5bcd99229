namespace Integration.Contracts.Storefront;

/// <summary>Names of the writes to a storefront order.</summary>
public static class StorefrontOperations
{
    /// <summary>The ERP's number was noted on the order.</summary>
    public const string ErpNumber = "erp-number";

    /// <summary>The fulfilment status was set.</summary>
    public const string FulfilmentStatus = "fulfilment-status";

    /// <summary>The order is shown as cancelled.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>A line was added to the staff notes.</summary>
    public const string Note = "note";

    /// <summary>Tracking numbers were added.</summary>
    public const string Tracking = "tracking";
}
