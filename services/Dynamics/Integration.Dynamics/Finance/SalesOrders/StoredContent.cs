using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>What an order holds, without personal data. Lines of shipping, tax, discounts and fees count in its total only.</summary>
internal static class StoredContent
{
    /// <summary>The content.</summary>
    /// <param name="order">The order.</param>
    /// <param name="items">Items of lines that are no goods.</param>
    /// <param name="shipped">What has left, by lot id; null where nothing has.</param>
    public static ErpOrderContent Of(StoredOrder order, OrderItems items, IReadOnlyDictionary<string, decimal>? shipped) => new()
    {
        ChangedAt = StampOf(order),
        Currency = order.Header.Text("CurrencyCode"),
        Total = order.Lines.Where(line => line.Text("SalesOrderLineStatus") != "Canceled").Sum(line => line.Number("LineAmount") ?? 0)
            + (order.Header.Number("OrderTotalChargesAmount") ?? 0) + (order.Header.Number("OrderTotalTaxAmount") ?? 0) - (order.Header.Number("TotalDiscountAmount") ?? 0),
        Lines = [.. order.Lines.Where(line => !OrderStatus.IsAmount(line, items)).Select(line => Line(line, shipped, OrderStatus.Of(order, items) == ErpOrderStatus.Shipping))],
    };

    /// <summary>These entities have no change stamps: all states of an order have the moment of its making, and count in the order in which they are read.</summary>
    public static DateTimeOffset StampOf(StoredOrder order) => order.Header.Moment("OrderCreationDateTime") ?? DateTimeOffset.UnixEpoch;

    private static ErpOrderLine Line(FinanceRecord line, IReadOnlyDictionary<string, decimal>? shipped, bool isPartlyShipped)
    {
        var ordered = line.Number("OrderedSalesQuantity") ?? 0;
        var left = shipped?.GetValueOrDefault(line.Text("InventoryLotId")) ?? 0;
        return new ErpOrderLine(
            line.Text("InventoryLotId"), line.Text("ItemNumber"), ordered, line.Number("LineAmount") ?? 0,
            isPartlyShipped && shipped is { Count: > 0 } && line.Text("SalesOrderLineStatus") is not ("Delivered" or "Invoiced" or "Canceled") ? Math.Max(0, ordered - left) : 0,
            line.Text("SalesOrderLineStatus") == "Canceled" ? ordered - left : 0);
    }
}
