namespace Integration.Dynamics;

/// <summary>Ids of the business events that are understood. Those of shipments and stock are extensions, so that an environment may have named them otherwise.</summary>
internal sealed record EventNames
{
    /// <summary>Stock of an item changed.</summary>
    public string InventoryChanged { get; init; } = "XCIInventoryOnHandChangedBusinessEvent";

    /// <summary>A packing slip was posted.</summary>
    public string SalesOrderShipped { get; init; } = "XCISalesOrderShippedBusinessEvent";

    /// <summary>An invoice was posted: a standard event.</summary>
    public string InvoicePosted { get; init; } = "SalesInvoicePostedBusinessEvent";
}
