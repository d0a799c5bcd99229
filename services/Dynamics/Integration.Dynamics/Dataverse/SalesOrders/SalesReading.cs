using Integration.Connectors.Ports;
using Integration.Contracts.OrderToCash;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Turns an order into canonical progress, without personal data. Lines of text count in its total only.</summary>
internal static class SalesReading
{
    /// <summary>The progress.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reference">Our reference on it.</param>
    /// <param name="shipments">Ids of its shipments.</param>
    /// <param name="invoices">Numbers of its invoices.</param>
    public static ErpOrderProgress Of(StoredSale order, string reference, IReadOnlyList<string> shipments, IReadOnlyList<string> invoices) => new()
    {
        Id = order.Id.ToString("D"),
        Number = order.Number,
        Reference = reference,
        Status = SalesState.Of(order),
        ErpStatus = SalesState.Words(order),
        ChangedAt = StampOf(order),
        Content = ContentOf(order),
        Shipments = shipments,
        Invoices = invoices,
    };

    /// <summary>When the order was last changed.</summary>
    public static DateTimeOffset StampOf(StoredSale order) => order.Header.Moment("modifiedon") ?? DateTimeOffset.UnixEpoch;

    /// <summary>What it holds.</summary>
    public static ErpOrderContent ContentOf(StoredSale order)
    {
        var isPartlyShipped = SalesState.Of(order) == ErpOrderStatus.Shipping;
        return new ErpOrderContent
        {
            ChangedAt = StampOf(order),
            Currency = order.Currency,
            Total = order.Header.Number("totalamount") ?? 0,
            Lines = [.. order.Lines.Where(line => line.Sku.Length > 0).Select(line => new ErpOrderLine(
                line.Id.ToString("D"), line.Sku, line.Quantity, line.Amount, isPartlyShipped ? Math.Max(0, line.Quantity - line.Shipped - line.Cancelled) : 0, line.Cancelled))],
        };
    }
}
