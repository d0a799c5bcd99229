using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Inventory;

/// <summary>The stock inquiries of the endpoint: parameters in, rows out.</summary>
internal sealed class StockInquiries(Tenant tenant, ErpSettings settings)
{
    /// <summary>Fills an inquiry with its rows; false when it is none of these.</summary>
    public bool Fill(Row inquiry)
    {
        switch (inquiry.Schema.Name)
        {
            case "InventoryQuantityAvailable":
                Available(inquiry);
                return true;
            case "InventorySummaryInquiry":
                Summary(inquiry);
                return true;
            case "StorageDetailsInquiry":
                Storage(inquiry);
                return true;
            case "InventoryAllocationInquiry":
                Allocation(inquiry);
                return true;
            default:
                return false;
        }
    }

    // A generic inquiry that groups by item: the stamp parameter picks rows, their quantity is still the whole.
    private void Available(Row inquiry)
    {
        var since = inquiry.Instant("LastModifiedDateTime");
        foreach (var rows in Rows(inquiry).GroupBy(row => row.Text("InventoryID"), StringComparer.OrdinalIgnoreCase))
        {
            var stamp = rows.Max(row => row.Instant("LastModifiedDateTime"));
            if (since is null || stamp >= since)
            {
                inquiry.Add("Results").Set("InventoryID", rows.Key).Set("QtyAvailable", rows.Sum(row => StockFigures.Available(row, settings))).Set("LastModifiedDateTime", stamp);
            }
        }
    }

    private void Summary(Row inquiry)
    {
        if (!inquiry.Has("InventoryID"))
        {
            return;
        }

        foreach (var row in Rows(inquiry))
        {
            var location = Location(row.Text("WarehouseID"));
            if (inquiry.Has("LocationID") && !inquiry.Text("LocationID").Equals(location, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            inquiry.Add("Results").Set("WarehouseID", row.Text("WarehouseID")).Set("LocationID", location).Set("BaseUOM", Unit(row)).Set("QtyOnHand", row.Number(StockFigures.OnHand))
                .Set("QtyAvailable", StockFigures.Available(row, settings)).Set("QtyAvailableForShipment", StockFigures.ForShipping(row)).Set("QtyNotAvailable", 0m);
        }
    }

    private void Storage(Row inquiry)
    {
        foreach (var row in Rows(inquiry))
        {
            inquiry.Add("StorageDetails").Set("InventoryID", row.Text("InventoryID")).Set("WarehouseID", row.Text("WarehouseID")).Set("QtyOnHand", row.Number(StockFigures.OnHand))
                .Set("QtyAvailable", StockFigures.Available(row, settings)).Set("QtyAvailableforIssue", StockFigures.ForIssue(row))
                .Set("QtyHardAvailable", StockFigures.ForShipping(row)).Set("LastModifiedDateofWarehouseQty", row.Instant("LastModifiedDateTime"));
        }
    }

    private void Allocation(Row inquiry)
    {
        var rows = inquiry.Has("InventoryID") ? Rows(inquiry).ToList() : [];
        if (rows.Count == 0)
        {
            return;
        }

        foreach (var figure in StockFigures.All)
        {
            inquiry.Set(figure, rows.Sum(row => row.Number(figure)));
        }

        var deducted = settings.Availability.Where(figure => figure is not (StockFigures.PurchaseOrders or StockFigures.PurchasePrepared)).ToList();
        inquiry.Set("Available", rows.Sum(row => StockFigures.Available(row, settings))).Set("AvailableForShipping", rows.Sum(StockFigures.ForShipping))
            .Set("AvailableForIssue", rows.Sum(StockFigures.ForIssue)).Set("BaseUnit", Unit(rows[0]))
            .Set("TotalDeduction", rows.Sum(row => deducted.Sum(row.Number)))
            .Set("TotalAddition", rows.Sum(row => settings.Availability.Except(deducted).Sum(row.Number)));
        foreach (var effect in Documents(inquiry))
        {
            inquiry.Add("Results").Set("AllocationType", Name(effect.Figure)).Set("DocType", effect.Document).Set("Module", effect.Figure.StartsWith('P') ? "PO" : "SO").Set("Qty", effect.Quantity)
                .Set("Location", Location(effect.WarehouseId));
        }
    }

    private IEnumerable<StockEffect> Documents(Row inquiry) => StockEffects.Documents.SelectMany(entity => tenant.All(entity))
        .SelectMany(document => StockEffects.Of(document, id => tenant.Find("StockItem", id)))
        .Where(effect => effect.Figure != StockFigures.OnHand && Same(inquiry, "InventoryID", effect.InventoryId)
            && (!inquiry.Has("WarehouseID") || Same(inquiry, "WarehouseID", effect.WarehouseId)));

    private IEnumerable<Row> Rows(Row inquiry)
    {
        var hasItem = inquiry.Schema.Find("InventoryID") is not null && inquiry.Has("InventoryID");
        var hasWarehouse = inquiry.Schema.Find("WarehouseID") is not null && inquiry.Has("WarehouseID");
        var rows = hasItem
            ? tenant.All("Warehouse").Select(warehouse => tenant.Find(InternalTables.StockStatus, inquiry.Text("InventoryID"), warehouse.Text("WarehouseID"))).OfType<Row>()
            : tenant.All(InternalTables.StockStatus);
        return rows.Where(row => !hasWarehouse || Same(inquiry, "WarehouseID", row.Text("WarehouseID")));
    }

    private string Unit(Row status) => tenant.Find("StockItem", status.Text("InventoryID"))?.Text("BaseUOM") ?? "";

    private string Location(string warehouse) => tenant.Find("Warehouse", warehouse)?.Lines("Locations").FirstOrDefault()?.Text("LocationID") ?? "";

    private static bool Same(Row inquiry, string field, string value) => inquiry.Text(field).Equals(value, StringComparison.OrdinalIgnoreCase);

    private static string Name(string figure) => figure switch
    {
        StockFigures.Prepared => "SO Prepared",
        StockFigures.Booked => "SO Booked",
        StockFigures.BackOrdered => "SO Back Ordered",
        StockFigures.Allocated => "SO Allocated",
        StockFigures.Shipped => "SO Shipped",
        StockFigures.PurchaseOrders => "Purchase Orders",
        _ => "Purchase Prepared",
    };
}
