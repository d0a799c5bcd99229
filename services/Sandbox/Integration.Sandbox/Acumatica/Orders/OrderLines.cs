using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.Items;
using Integration.Sandbox.Acumatica.Pricing;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>Lines of a sales order: item, unit, warehouse, price and amount.</summary>
internal static class OrderLines
{
    public static void Check(Save save, Row order, int digits)
    {
        var last = order.Lines("Details").Select(line => line.Whole("LineNbr")).DefaultIfEmpty(0).Max();
        foreach (var line in order.Lines("Details"))
        {
            if (!line.Has("LineNbr"))
            {
                line.Set("LineNbr", ++last);
            }

            Check(save, order, line, digits);
        }
    }

    private static void Check(Save save, Row order, Row line, int digits)
    {
        // The stamp of a line is text in the session's culture, unlike every other stamp.
        line.Set("LastModifiedDate", save.Now.ToString("MM/dd/yyyy HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)).Set("NoteID", line.Id);
        line.Default("OrderQty", 0m).Default("Operation", OrderTypes.Operation(order.Text("OrderType"))).Default("ShippingRule", "Back Order Allowed").Default("QtyOnShipments", 0m);
        var sku = line.Text("InventoryID");
        if (sku.Length == 0)
        {
            line.Fail("InventoryID", "'Inventory ID' cannot be empty.");
        }
        else if (ItemScreen.Find(save, sku) is not { } item)
        {
            line.Fail("InventoryID", $"Inventory ID '{sku}' cannot be found in the system.");
        }
        else if (!ItemScreen.Sellable.Contains(item.Text("ItemStatus")))
        {
            line.Fail("InventoryID", $"The inventory item is {item.Text("ItemStatus")}.");
        }
        else
        {
            FromItem(save, order, line, item);
        }

        if (!((string[])["Issue", "Receipt"]).Contains(line.Text("Operation")) || (line.Text("Operation") == "Receipt" && OrderTypes.Operation(order.Text("OrderType")) == "Issue"))
        {
            line.Fail("Operation", $"'{line.Text("Operation")}' is not one of the values allowed for 'Operation'.");
        }
        else if (line.Text("Operation") == "Receipt")
        {
            ReturnLines.Check(save, order, line);
        }

        if (line.Number("OrderQty") < line.Number("QtyOnShipments"))
        {
            line.Fail("OrderQty", "The quantity cannot be less than the quantity on shipments.");
        }

        if (line.Number("OrderQty") < 0)
        {
            line.Fail("OrderQty", "Incorrect value. The value to be entered must be greater than or equal to 0.");
        }

        line.Default("WarehouseID", order.Has("PreferredWarehouseID") ? order.Text("PreferredWarehouseID") : "MAIN");
        if (save.Find("Warehouse", line.Text("WarehouseID")) is null)
        {
            line.Fail("WarehouseID", $"'Warehouse' '{line.Text("WarehouseID")}' cannot be found in the system.");
        }

        Price(line, digits);
    }

    private static void FromItem(Save save, Row order, Row line, Row item)
    {
        line.Set("InventoryID", item.Text("InventoryID"));
        line.Set("LineType", ItemScreen.NeedsShipment(item) && !OrderTypes.IsCredit(order.Text("OrderType")) ? (item.Schema.Name == "StockItem" ? "Goods for Inventory" : "Non-Inventory Goods") : "Misc. Charge");
        line.Default("LineDescription", item.Text("Description")).Default("TaxCategory", item.Text("TaxCategory"));
        line.Default("UOM", ItemScreen.SalesUnit(item));
        if (!line.Has("UnitPrice"))
        {
            line.Set("UnitPrice", SalesPrices.For(save, order, line) ?? item.Number("DefaultPrice"));
        }

        if (!Units.IsKnown(item, line.Text("UOM")))
        {
            line.Fail("UOM", $"'UOM' '{line.Text("UOM")}' cannot be found in the system.");
        }
    }

    private static void Price(Row line, int digits)
    {
        var extended = Math.Round(line.Number("OrderQty") * line.Number("UnitPrice"), digits, MidpointRounding.AwayFromZero);
        var discount = line.Has("DiscountAmount") && (line.Number("DiscountAmount") != 0 || !line.Has("DiscountPercent"))
            ? Math.Round(line.Number("DiscountAmount"), digits, MidpointRounding.AwayFromZero)
            : Math.Round(extended * line.Number("DiscountPercent") / 100m, digits, MidpointRounding.AwayFromZero);
        if (discount > extended)
        {
            line.Fail("DiscountAmount", "The discount amount cannot exceed the extended price of the line.");
        }

        line.Set("ExtendedPrice", extended).Set("DiscountAmount", discount).Set("Amount", extended - discount).Set("UnbilledAmount", extended - discount);
        line.Set("OpenQty", line.Number("OrderQty"));
        line.Set("DiscountedUnitPrice", line.Number("OrderQty") == 0 ? line.Number("UnitPrice") : Math.Round((extended - discount) / line.Number("OrderQty"), 6));
    }
}
