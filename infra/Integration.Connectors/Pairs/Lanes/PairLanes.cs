namespace Integration.Connectors.Pairs.Lanes;

/// <summary>
/// Which lanes a pair has beside orders, shipments and statuses, which every pair has, and how each is set. In pair files
/// <c>"lanes": { "stock": true, "customers": { … } }</c>; a lane that is not named is off.
/// </summary>
public sealed record PairLanes
{
    /// <summary>Stock levels from the ERP to the storefront. Null when switched off.</summary>
    public StockLane? Stock { get; init; }

    /// <summary>Expected dates of goods from the ERP's purchase orders to the storefront. Null when switched off.</summary>
    public PurchaseOrderLane? PurchaseOrders { get; init; }

    /// <summary>Products and prices, both ways. Null when switched off.</summary>
    public ProductLane? Products { get; init; }

    /// <summary>Customer accounts, both ways. Null when switched off.</summary>
    public CustomerLane? Customers { get; init; }

    /// <summary>Payments and refunds of the storefront to the ERP. Null when switched off.</summary>
    public PaymentLane? Payments { get; init; }

    /// <summary>Returns and credits, both ways. Null when switched off.</summary>
    public ReturnLane? Returns { get; init; }

    internal static PairLanes Read(StrictSection? lanes)
    {
        if (lanes is null) return new PairLanes();
        var read = new PairLanes
        {
            Stock = Lane(lanes, "stock", StockLane.Read),
            PurchaseOrders = Lane(lanes, "purchaseOrders", PurchaseOrderLane.Read),
            Products = Lane(lanes, "products", ProductLane.Read),
            Customers = Lane(lanes, "customers", CustomerLane.Read),
            Payments = Lane(lanes, "payments", PaymentLane.Read),
            Returns = Lane(lanes, "returns", ReturnLane.Read),
        };
        lanes.NothingElse();
        return read;
    }

    private static T? Lane<T>(StrictSection lanes, string name, Func<StrictSection, T> read) where T : class =>
        lanes.Switched(name, $"Write \"{name}\": true, false, or an object with the lane's settings.") is { } section ? read(section) : null;
}
