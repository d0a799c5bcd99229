using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Orders;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Shipping;

/// <summary>Creates a shipment for a sales order.</summary>
internal static class NewShipment
{
    /// <summary>Ships what is open, or the quantities given by inventory ID.</summary>
    public static Row Create(Save save, Row order, DateTimeOffset? date, string warehouse, IReadOnlyDictionary<string, decimal>? only = null)
    {
        if (order.Text("Status") is not ("Open" or "Back Order" or "Shipping"))
        {
            throw ErpFault.Disabled("Create Shipment");
        }

        warehouse = warehouse.Length > 0 ? warehouse : "MAIN";
        var left = only?.ToDictionary(line => line.Key, line => line.Value, StringComparer.OrdinalIgnoreCase);
        var shipment = save.New("Shipment");
        shipment.Set("ShipmentNbr", save.Next("Shipment", "")).Set("Type", "Shipment").Set("Operation", "Issue").Set("Status", "Open").Set("Hold", false)
            .Set("CustomerID", order.Text("CustomerID")).Set("LocationID", order.Text("LocationID")).Set("WarehouseID", warehouse)
            .Set("ShipVia", order.Text("ShipVia")).Set("ShipmentDate", date is { } day ? new DateTimeOffset(day.Date, TimeSpan.Zero) : new DateTimeOffset(save.Now.Date, TimeSpan.Zero));
        foreach (var line in order.Lines("Details").Where(line => OrderProgress.NeedsShipment(line) && line.Text("WarehouseID") == warehouse))
        {
            var open = line.Number("OrderQty") - line.Number("QtyOnShipments");
            var quantity = left is null ? open : Math.Min(open, left.GetValueOrDefault(line.Text("InventoryID")));
            if (quantity > 0)
            {
                Add(shipment, order, line, quantity);
                if (left is not null)
                {
                    left[line.Text("InventoryID")] -= quantity;
                }
            }
        }

        if (left?.FirstOrDefault(line => line.Value > 0) is { Key: not null } beyond)
        {
            throw ErpFault.Exception($"Error: The quantity of {beyond.Key} to be shipped exceeds the open quantity of the order.");
        }

        if (shipment.Lines("Details").Count == 0)
        {
            throw ErpFault.Exception($"Error: The {order.Text("OrderType")} {order.Text("OrderNbr")} sales order does not contain any items available for shipping.");
        }

        ShipTo(shipment, order);
        ShipmentScreen.Sum(shipment);
        save.Insert(shipment);
        OrderProgress.Refresh(save, save.Edit(order));
        return shipment;
    }

    private static void Add(Row shipment, Row order, Row line, decimal quantity) => shipment.Add("Details")
        .Set("LineNbr", (long)shipment.Lines("Details").Count).Set("OrderType", order.Text("OrderType")).Set("OrderNbr", order.Text("OrderNbr"))
        .Set("OrderLineNbr", line.Whole("LineNbr")).Set("InventoryID", line.Text("InventoryID")).Set("Description", line.Text("LineDescription"))
        .Set("UOM", line.Text("UOM")).Set("WarehouseID", line.Text("WarehouseID")).Set("OrderedQty", line.Number("OrderQty"))
        .Set("OriginalQty", line.Number("OrderQty")).Set("OpenQty", line.Number("OrderQty") - line.Number("QtyOnShipments") - quantity).Set("ShippedQty", quantity);

    private static void ShipTo(Row shipment, Row order)
    {
        var settings = shipment.Link("ShippingSettings").Set("ShipToAddressOverride", true).Set("ShipToContactOverride", true);
        settings.Replace("ShipToAddress", order.Link("ShipToAddress").Clone());
        settings.Replace("ShipToContact", order.Link("ShipToContact").Clone());
    }
}
