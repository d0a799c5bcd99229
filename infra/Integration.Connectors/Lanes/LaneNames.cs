namespace Integration.Connectors.Lanes;

/// <summary>Lane names in pair files, timelines, queues and figures.</summary>
internal static class LaneNames
{
    public const string Orders = "orders";
    public const string Status = "status";
    public const string Shipments = "shipments";
    public const string Stock = "stock";
    public const string PurchaseOrders = "purchase-orders";
    public const string Products = "products";
    public const string Customers = "customers";
    public const string Payments = "payments";
    public const string Refunds = "refunds";
    public const string Returns = "returns";
    public const string Reconciliation = "reconciliation";

    /// <summary>Added to the names of lanes that run both ways, where the two must be told apart.</summary>
    public const string ToErp = ".to-erp";

    /// <inheritdoc cref="ToErp"/>
    public const string ToStore = ".to-store";
}
