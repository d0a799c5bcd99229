using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Inventory;

/// <summary>Reads from a document what it takes from, promises to or expects for the warehouses.</summary>
internal static class StockEffects
{
    /// <summary>Entities whose documents move stock.</summary>
    public static IReadOnlySet<string> Documents { get; } = new HashSet<string> { "SalesOrder", "Shipment", "PurchaseOrder" };

    /// <summary>The effects of a document as it stands.</summary>
    /// <param name="document">A sales order, a shipment or a purchase order.</param>
    /// <param name="item">Finds a stock item by its ID; null for anything else.</param>
    public static IEnumerable<StockEffect> Of(Row document, Func<string, Row?> item) => document.Schema.Name switch
    {
        "SalesOrder" => OfOrder(document, item),
        "Shipment" => OfShipment(document, item),
        _ => OfPurchase(document, item),
    };

    private static IEnumerable<StockEffect> OfOrder(Row order, Func<string, Row?> item)
    {
        var figure = order.Text("Status") switch
        {
            "On Hold" or "Credit Hold" or "Risk Hold" or "Pending Approval" or "Awaiting Payment" => StockFigures.Prepared,
            "Open" or "Shipping" or "Pending Processing" => StockFigures.Booked,
            "Back Order" => StockFigures.BackOrdered,
            _ => null,
        };
        return figure is null ? [] : Lines(
            order, order.Lines("Details").Where(line => line.Text("Operation") != "Receipt" && !line.Flag("Completed")), item, figure,
            line => line.Number("OrderQty") - line.Number("QtyOnShipments"), "WarehouseID", $"{order.Text("OrderType")} {order.Text("OrderNbr")}");
    }

    private static IEnumerable<StockEffect> OfShipment(Row shipment, Func<string, Row?> item)
    {
        var isPosted = shipment.Lines("Orders").Count > 0 && shipment.Lines("Orders").TrueForAll(order => order.Has("InventoryRefNbr"));
        var isReceipt = shipment.Text("Operation") == "Receipt";
        var figure = isPosted ? StockFigures.OnHand : isReceipt ? null
            : shipment.Text("Status") is "On Hold" or "Open" ? StockFigures.Allocated : StockFigures.Shipped;
        return figure is null ? [] : Lines(
            shipment, shipment.Lines("Details"), item, figure, line => isPosted && !isReceipt ? -line.Number("ShippedQty") : line.Number("ShippedQty"),
            "WarehouseID", $"Shipment {shipment.Text("ShipmentNbr")}");
    }

    private static IEnumerable<StockEffect> OfPurchase(Row order, Func<string, Row?> item)
    {
        var figure = order.Text("Status") switch { "On Hold" => StockFigures.PurchasePrepared, "Open" => StockFigures.PurchaseOrders, _ => null };
        return figure is null ? [] : Lines(
            order, order.Lines("Details").Where(line => !line.Flag("Completed") && !line.Flag("Cancelled")), item, figure,
            line => Math.Max(0, line.Number("OrderQty") - line.Number("QtyOnReceipts")), "WarehouseID", $"{order.Text("Type")} {order.Text("OrderNbr")}");
    }

    private static IEnumerable<StockEffect> Lines(
        Row document, IEnumerable<Row> lines, Func<string, Row?> item, string figure, Func<Row, decimal> quantity, string warehouse, string name) =>
        from line in lines
        let stock = item(line.Text("InventoryID"))
        where stock is not null
        let amount = Units.ToBase(stock, line.Text("UOM"), quantity(line))
        where amount != 0
        select new StockEffect(stock.Text("InventoryID"), line.Has(warehouse) ? line.Text(warehouse) : document.Text(warehouse), figure, amount, name);
}
