using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.Orders;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Shipping;

/// <summary>Creates a shipment for a sales order.</summary>
internal static class NewShipment
{
    /// <summary>The warehouse of the first line that is still to be shipped.</summary>
    public static string WarehouseOf(Row order) => order.Lines("Details")
        .Find(line => OrderProgress.NeedsShipment(line) && line.Number("OrderQty") > line.Number("QtyOnShipments"))?.Text("WarehouseID") ?? "MAIN";

    /// <summary>Ships what is open in a warehouse, or the quantities given by inventory ID; without negative stock no more than is there.</summary>
    public static Row Create(
        Save save, Row order, ErpSettings settings, DateTimeOffset? date, string warehouse, IReadOnlyDictionary<string, decimal>? only = null)
    {
        if (order.Text("Status") is not ("Open" or "Back Order" or "Shipping"))
        {
            throw ErpFault.Disabled("Create Shipment");
        }

        warehouse = warehouse.Length > 0 ? warehouse : WarehouseOf(order);
        var left = only?.ToDictionary(line => line.Key, line => line.Value, StringComparer.OrdinalIgnoreCase);
        var shipment = save.New("Shipment");
        shipment.Set("ShipmentNbr", save.Next("Shipment", "")).Set("Type", "Shipment").Set("Operation", "Issue").Set("Status", "Open").Set("Hold", false)
            .Set("CustomerID", order.Text("CustomerID")).Set("LocationID", order.Text("LocationID")).Set("WarehouseID", warehouse)
            .Set("ShipVia", order.Text("ShipVia")).Set("ShipmentDate", date is { } day ? new DateTimeOffset(day.Date, TimeSpan.Zero) : new DateTimeOffset(save.Now.Date, TimeSpan.Zero));
        foreach (var line in order.Lines("Details").Where(line => OrderProgress.NeedsShipment(line) && line.Text("WarehouseID") == warehouse))
        {
            var open = line.Number("OrderQty") - line.Number("QtyOnShipments");
            var quantity = left is null ? open : Math.Min(open, left.GetValueOrDefault(line.Text("InventoryID")));
            quantity = settings.NegativeStock ? quantity : Math.Min(quantity, InStock(save, line, shipment));
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

    // In whole units of the line: a part of a unit is not shipped.
    private static decimal InStock(Save save, Row line, Row shipment)
    {
        if (save.Find("StockItem", line.Text("InventoryID")) is not { } item)
        {
            return decimal.MaxValue;
        }

        var there = save.Find(InternalTables.StockStatus, item.Text("InventoryID"), line.Text("WarehouseID")) is { } status ? StockFigures.ForShipping(status) : 0;
        var taken = shipment.Lines("Details").Where(row => row.Text("InventoryID") == item.Text("InventoryID"))
            .Sum(row => Units.ToBase(item, row.Text("UOM"), row.Number("ShippedQty")));
        return Math.Max(0, Math.Floor((there - taken) / Units.ToBase(item, line.Text("UOM"), 1)));
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
