using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>How far a sales order is shipped, and the status that follows from it.</summary>
internal static class OrderProgress
{
    private static readonly string[] Shipped = ["Confirmed", "Invoiced", "Completed"];

    /// <summary>Reads the order's shipments again: quantities of the lines, list of shipments, status.</summary>
    public static void Refresh(Save save, Row order)
    {
        var (type, number) = (order.Text("OrderType"), order.Text("OrderNbr"));
        var shipments = save.All("Shipment").Where(shipment => shipment.Lines("Details").Exists(line => IsOf(line, type, number)))
            .OrderBy(shipment => shipment.Text("ShipmentNbr"), StringComparer.Ordinal).ToList();
        foreach (var line in order.Lines("Details"))
        {
            var quantities = shipments.Select(shipment => (Done: Shipped.Contains(shipment.Text("Status")), Quantity: shipment.Lines("Details")
                .Where(row => IsOf(row, type, number) && row.Whole("OrderLineNbr") == line.Whole("LineNbr")).Sum(row => row.Number("ShippedQty")))).ToList();
            line.Set("QtyOnShipments", quantities.Sum(shipment => shipment.Quantity));
            var done = quantities.Where(shipment => shipment.Done).Sum(shipment => shipment.Quantity);
            var isCut = line.Text("ShippingRule") == "Cancel Remainder" && done > 0;
            line.Set("OpenQty", isCut ? 0m : Math.Max(0, line.Number("OrderQty") - done));
            line.Set("Completed", NeedsShipment(line) && line.Number("OpenQty") == 0 && quantities.Count > 0);
        }

        var rows = order.Lines("Shipments");
        rows.RemoveAll(row => !shipments.Exists(shipment => shipment.Text("ShipmentNbr") == row.Text("ShipmentNbr")));
        foreach (var shipment in shipments)
        {
            var row = rows.Find(kept => kept.Text("ShipmentNbr") == shipment.Text("ShipmentNbr")) ?? order.Add("Shipments");
            var billed = shipment.Lines("Orders").Find(kept => IsOf(kept, type, number));
            row.Set("ShipmentNbr", shipment.Text("ShipmentNbr")).Set("ShipmentType", shipment.Text("Type")).Set("Status", shipment.Text("Status"))
                .Set("ShipmentDate", shipment.Instant("ShipmentDate")).Set("LastModifiedDateTime", save.Now).Set("OrderNoteID", order.Id).Set("ShippingNoteID", shipment.Id)
                .Set("ShippedQty", shipment.Lines("Details").Where(line => IsOf(line, type, number)).Sum(line => line.Number("ShippedQty")))
                .Set("InvoiceType", billed?.Text("InvoiceType")).Set("InvoiceNbr", billed?.Text("InvoiceNbr"))
                .Set("InventoryDocType", billed?.Text("InventoryDocType")).Set("InventoryRefNbr", billed?.Text("InventoryRefNbr"));
        }

        Status(save, order);
    }

    public static bool NeedsShipment(Row line) => line.Text("LineType") != "Misc. Charge";

    private static void Status(Save save, Row order)
    {
        if (order.Text("Status") is "Canceled" or "Invoiced")
        {
            return;
        }

        var lines = order.Lines("Details").FindAll(NeedsShipment);
        var shipments = order.Lines("Shipments");
        var customer = save.Find("Customer", order.Text("CustomerID"));
        var blocked = !order.Flag("Approved") && (order.Flag("CreditHold") || customer?.Text("Status") == "Credit Hold" || Credit.IsExceeded(save, customer, order));
        order.Set("CreditHold", blocked && !order.Flag("Hold") && shipments.Count == 0);
        order.Set("Status", shipments switch
        {
            [] when order.Flag("Hold") => "On Hold",
            [] when blocked => "Credit Hold",
            [] => order.Text("Status") == "Completed" && lines.Count == 0 ? "Completed" : "Open",
            _ when shipments.Exists(row => !Shipped.Contains(row.Text("Status"))) => "Shipping",
            _ when lines.TrueForAll(line => line.Number("OpenQty") == 0) => "Completed",
            _ => "Back Order",
        });
    }

    private static bool IsOf(Row row, string type, string number) => row.Text("OrderNbr") == number && row.Text("OrderType") == type;
}
