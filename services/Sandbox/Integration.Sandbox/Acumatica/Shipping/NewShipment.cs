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
        .Find(line => IsOpen(line, "Issue"))?.Text("WarehouseID") ?? "MAIN";

    /// <summary>True for a line of which something is still to be shipped, or with Receipt to be received.</summary>
    public static bool IsOpen(Row line, string operation) => OrderProgress.NeedsShipment(line) && line.Text("Operation") == operation
        && !line.Flag("Completed") && line.Number("OrderQty") > line.Number("QtyOnShipments");

    /// <summary>Makes the receipt of what a return order takes back.</summary>
    public static Row Receive(Save save, Row order, DateTimeOffset? date, string warehouse)
    {
        if (order.Text("Status") is not ("Open" or "Back Order" or "Shipping") || !OrderTypes.IsReturn(order.Text("OrderType")))
        {
            throw ErpFault.Disabled("Create Receipt");
        }

        var open = order.Lines("Details").FindAll(line => IsOpen(line, "Receipt") && (warehouse.Length == 0 || line.Text("WarehouseID") == warehouse));
        if (open.Count == 0)
        {
            throw Nothing(order, "received");
        }

        var receipt = Head(save, order, "Receipt", date, open[0].Text("WarehouseID"));
        foreach (var line in open.Where(line => line.Text("WarehouseID") == open[0].Text("WarehouseID")))
        {
            Add(receipt, order, line, line.Number("OrderQty") - line.Number("QtyOnShipments"));
        }

        return Insert(save, order, receipt);
    }

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
        var shipment = Head(save, order, "Issue", date, warehouse);
        foreach (var line in order.Lines("Details").Where(line => IsOpen(line, "Issue") && line.Text("WarehouseID") == warehouse))
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

        return shipment.Lines("Details").Count == 0 ? throw Nothing(order, "shipping") : Insert(save, order, shipment);
    }

    private static Row Head(Save save, Row order, string operation, DateTimeOffset? date, string warehouse) => save.New("Shipment")
        .Set("ShipmentNbr", save.Next("Shipment", "")).Set("Type", "Shipment").Set("Operation", operation).Set("Status", "Open").Set("Hold", false)
        .Set("CustomerID", order.Text("CustomerID")).Set("LocationID", order.Text("LocationID")).Set("WarehouseID", warehouse).Set("ShipVia", order.Text("ShipVia"))
        .Set("ShipmentDate", new DateTimeOffset((date ?? save.Now).UtcDateTime.Date, TimeSpan.Zero));

    private static Row Insert(Save save, Row order, Row shipment)
    {
        ShipTo(shipment, order);
        ShipmentScreen.Sum(shipment);
        save.Insert(shipment);
        OrderProgress.Refresh(save, save.Edit(order));
        return shipment;
    }

    private static ErpFault Nothing(Row order, string what) =>
        ErpFault.Exception($"Error: The {order.Text("OrderType")} {order.Text("OrderNbr")} sales order does not contain any items available for {what}.");

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
