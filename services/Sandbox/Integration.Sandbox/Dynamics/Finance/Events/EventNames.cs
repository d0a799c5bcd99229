namespace Integration.Sandbox.Dynamics.Finance.Events;

/// <summary>IDs of the business events.</summary>
internal static class EventNames
{
    /// <summary>Standard: an invoice of a sales order was posted.</summary>
    public const string InvoicePosted = "SalesInvoicePostedBusinessEvent";

    /// <summary>Of an extension: what is on hand of an item in a warehouse has changed.</summary>
    public const string OnHandChanged = "XCIInventoryOnHandChangedBusinessEvent";

    /// <summary>Of an extension: a packing slip was posted.</summary>
    public const string OrderShipped = "XCISalesOrderShippedBusinessEvent";

    /// <summary>What an endpoint is sent when it is registered.</summary>
    public const string Test = "BusinessEventsTestEndpointBusinessEvent";

    public static IReadOnlyList<string> All { get; } = [InvoicePosted, OnHandChanged, OrderShipped];
}
