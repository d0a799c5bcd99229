using Integration.Connectors.Ports;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Turns an order into canonical progress.</summary>
internal static class OrderReading
{
    /// <summary>The progress.</summary>
    /// <param name="order">The order.</param>
    /// <param name="items">Items of lines that are no goods.</param>
    /// <param name="shipments">Ids of its posted packing slips.</param>
    /// <param name="invoices">Numbers of its invoices.</param>
    /// <param name="shipped">What has left, by lot id.</param>
    public static ErpOrderProgress Of(
        StoredOrder order, OrderItems items, IReadOnlyList<string> shipments, IReadOnlyList<string> invoices, IReadOnlyDictionary<string, decimal>? shipped) => new()
    {
        Id = order.Number,
        Number = order.Number,
        Reference = order.Reference,
        Status = OrderStatus.Of(order, items),
        ErpStatus = OrderStatus.Words(order, items),
        ChangedAt = StoredContent.StampOf(order),
        Content = StoredContent.Of(order, items, shipped),
        Shipments = shipments,
        Invoices = invoices,
    };

    /// <summary>The echo of a write to an order of which nothing has left; it shows what the next listing will.</summary>
    public static string Echo(StoredOrder order, OrderItems items) => (Of(order, items, [], [], null) with { Listed = ListedOrder.Content(order.Header, order.Lines) }).ToEcho();
}
