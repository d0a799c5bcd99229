using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Items;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Purchasing;

/// <summary>Purchase orders (PO301000) of type Normal: what is expected, and when the vendor promised it.</summary>
internal sealed class PurchaseOrderScreen() : Screen("PurchaseOrder", "Purchase Order")
{
    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string>
    {
        "PurchaseOrder.Status", "PurchaseOrder.LineTotal", "PurchaseOrder.OrderTotal", "PurchaseOrder.LastModifiedDateTime",
        "PurchaseOrderDetail.LineNbr", "PurchaseOrderDetail.QtyOnReceipts", "PurchaseOrderDetail.Completed", "PurchaseOrderDetail.ExtendedCost",
    };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Type", "Normal").Set("Hold", true).Set("CurrencyID", "USD").Set("Branch", "MAIN")
        .Set("Date", new DateTimeOffset(save.Now.Date, TimeSpan.Zero)).Set("PromisedOn", new DateTimeOffset(save.Now.Date, TimeSpan.Zero));

    /// <inheritdoc/>
    public override void Number(Save save, Row row) => row.Set("OrderNbr", save.Next("PurchaseOrder", "PO"));

    /// <inheritdoc/>
    public override void Apply(Save save, Row row, Change change, bool isNew)
    {
        if (row.Text("Status") is not ("Completed" or "Closed" or "Canceled"))
        {
            base.Apply(save, row, change, isNew);
        }
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (row.Text("Status") is "Completed" or "Closed" or "Canceled")
        {
            return;
        }

        if (row.Text("Type") != "Normal")
        {
            row.Fail("Type", $"'{row.Text("Type")}' is not one of the values allowed for 'Type'.");
        }

        if (save.Find("Vendor", row.Text("VendorID")) is null)
        {
            Missing(row, "VendorID", "Vendor", row.Text("VendorID"));
        }

        var last = row.Lines("Details").Select(line => line.Whole("LineNbr")).DefaultIfEmpty(0).Max();
        foreach (var line in row.Lines("Details"))
        {
            line.Default("LineNbr", line.Has("LineNbr") ? null : ++last).Set("OrderType", row.Text("Type")).Set("OrderNbr", row.Text("OrderNbr"));
            Check(save, row, line);
        }

        var total = row.Lines("Details").Sum(line => line.Number("ExtendedCost"));
        row.Set("LineTotal", total).Set("OrderTotal", total).Set("Status", row.Flag("Hold") ? "On Hold" : "Open");
    }

    /// <inheritdoc/>
    public override void Delete(Save save, Row row)
    {
        if (row.Lines("Details").Exists(line => line.Number("QtyOnReceipts") != 0))
        {
            throw ErpFault.Exception("Error: The purchase order cannot be deleted because goods were received on it.");
        }

        base.Delete(save, row);
    }

    private static void Check(Save save, Row order, Row line)
    {
        if (ItemScreen.Find(save, line.Text("InventoryID")) is not { } item)
        {
            Missing(line, "InventoryID", "Inventory ID", line.Text("InventoryID"));
            return;
        }

        var isStock = item.Schema.Name == "StockItem";
        line.Set("InventoryID", item.Text("InventoryID")).Default("LineDescription", item.Text("Description")).Default("UOM", item.Text(isStock ? "PurchaseUOM" : "PurchaseUnit"))
            .Default("LineType", isStock ? "Goods for IN" : "Service").Default("WarehouseID", isStock ? "MAIN" : null).Default("Promised", order.Instant("PromisedOn"))
            .Default("Requested", order.Instant("Date")).Default("QtyOnReceipts", 0m).Default("OrderQty", 0m)
            .Set("ExtendedCost", Math.Round(line.Number("OrderQty") * line.Number("UnitCost"), 2, MidpointRounding.AwayFromZero));
        if (isStock && save.Find("Warehouse", line.Text("WarehouseID")) is null)
        {
            Missing(line, "WarehouseID", "Warehouse", line.Text("WarehouseID"));
        }

        if (line.Number("OrderQty") < line.Number("QtyOnReceipts"))
        {
            line.Fail("OrderQty", "The quantity cannot be less than the quantity on receipts.");
        }
    }
}
