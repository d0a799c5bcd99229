using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>
/// Statuses of sales orders (enums <c>SalesStatus</c> and <c>SalesOrderProcessingStatus</c>). The header stays an open order until its last line is delivered, also those of shipping and tax
/// that nobody packs; so the goods decide.
/// </summary>
internal static class OrderStatus
{
    private const string Canceled = "Canceled";
    private const string Delivered = "Delivered";
    private const string Invoiced = "Invoiced";

    /// <summary>The order's status in canonical terms.</summary>
    public static ErpOrderStatus Of(StoredOrder order, OrderItems items)
    {
        var status = order.Header.Text("SalesOrderStatus");
        if (status == Canceled) return ErpOrderStatus.Cancelled;
        if (order.Header.Flag("IsSalesProcessingStopped")) return ErpOrderStatus.OnHold;
        var goods = order.Lines.Where(line => !IsAmount(line, items)).Select(line => line.Text("SalesOrderLineStatus")).Where(line => line != Canceled).ToList();
        if (status == Invoiced || (goods.Count > 0 && goods.TrueForAll(line => line == Invoiced))) return ErpOrderStatus.Invoiced;
        if (status == Delivered || (goods.Count > 0 && goods.TrueForAll(line => line is Delivered or Invoiced))) return ErpOrderStatus.Completed;
        if (goods.Exists(line => line is Delivered or Invoiced) || IsUnderWay(order)) return ErpOrderStatus.Shipping;
        return status is "Backorder" or "None" or "" ? ErpOrderStatus.Open : ErpOrderStatus.Unknown;
    }

    /// <summary>F&amp;O's own words, with what the goods alone say where that is more.</summary>
    public static string Words(StoredOrder order, OrderItems items)
    {
        var status = order.Header.Text("SalesOrderStatus") switch { "Backorder" => "Open order", "" => "None", var other => other };
        var processing = order.Header.Text("SalesOrderProcessingStatus");
        var goods = Of(order, items) switch
        {
            ErpOrderStatus.Completed when status != Delivered => "goods delivered",
            ErpOrderStatus.Invoiced when status != Invoiced => "goods invoiced",
            ErpOrderStatus.OnHold => "processing stopped",
            _ => "",
        };
        return string.Join(", ", ((string[])[status, processing is "" or "Active" || processing == status ? "" : processing, goods]).Where(word => word.Length > 0));
    }

    /// <summary>True while lines and addresses may be changed: nothing of it was picked, delivered, invoiced or cancelled.</summary>
    public static bool IsChangeable(StoredOrder order) =>
        order.Header.Text("SalesOrderStatus") is "Backorder" or "None" or "" && order.Header.Text("SalesOrderProcessingStatus") is "Active" or "Confirmed" or ""
        && order.Lines.All(line => line.Text("SalesOrderLineStatus") is not (Delivered or Invoiced));

    /// <summary>True once something of it may have left.</summary>
    public static bool HasDeliveries(StoredOrder order) =>
        order.Header.Text("SalesOrderStatus") is Delivered or Invoiced || IsUnderWay(order) || order.Lines.Any(line => line.Text("SalesOrderLineStatus") is Delivered or Invoiced);

    /// <summary>True once something of it was invoiced.</summary>
    public static bool HasInvoices(StoredOrder order) =>
        order.Header.Text("SalesOrderStatus") == Invoiced || order.Header.Text("SalesOrderProcessingStatus") is Invoiced or "PartiallyInvoiced" or "DeliveredPartiallyInvoiced"
        || order.Lines.Any(line => line.Text("SalesOrderLineStatus") == Invoiced);

    /// <summary>True for a line that is no goods but an amount: shipping, tax, discount, fee.</summary>
    public static bool IsAmount(FinanceRecord line, OrderItems items) => items.All().Any(item => OrderComparison.Same(item.Item, line.Text("ItemNumber")));

    private static bool IsUnderWay(StoredOrder order) => order.Header.Text("SalesOrderProcessingStatus") is "Picked" or "PartiallyDelivered" or "PartiallyInvoiced" or "DeliveredPartiallyInvoiced";
}
