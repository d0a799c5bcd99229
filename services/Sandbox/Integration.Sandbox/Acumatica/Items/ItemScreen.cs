using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Items;

/// <summary>Stock items (IN202500) and non-stock items (IN202000), keyed by the inventory ID that the user gives.</summary>
internal sealed class ItemScreen(string entity, string title) : Screen(entity, title)
{
    /// <summary>Statuses in which an item may be sold.</summary>
    public static IReadOnlySet<string> Sellable { get; } = new HashSet<string> { "Active", "No Purchases", "No Request" };

    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string>
    {
        "StockItemWarehouseDetail.QtyOnHand", "StockItem.LastModified", "StockItem.LastModifiedDateTime", "NonStockItem.LastModifiedDateTime",
        "AttributeValue.AttributeDescription", "AttributeValue.ValueDescription", "AttributeValue.Required", "AttributeValue.RefNoteID",
        "StockItem.NoteID", "NonStockItem.NoteID", "StockItem.LastCost", "StockItem.AverageCost",
    };

    /// <summary>The stock or non-stock item of that ID, or null.</summary>
    public static Row? Find(Save save, string inventoryId) => save.Find("StockItem", inventoryId) ?? save.Find("NonStockItem", inventoryId);

    /// <summary>The unit that the item is sold in.</summary>
    public static string SalesUnit(Row item) => item.Text(item.Schema.Name == "StockItem" ? "SalesUOM" : "SalesUnit");

    /// <summary>True when the item leaves the warehouse in a shipment.</summary>
    public static bool NeedsShipment(Row item) => item.Schema.Name == "StockItem" || item.Flag("RequireShipment");

    /// <inheritdoc/>
    public override Row Show(Tenant tenant, Row row, View view) => Entity == "StockItem" ? ItemStock.Show(tenant, row, view) : row;

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("ItemStatus", "Active").Set("ItemClass", Entity == "StockItem" ? "WEB" : "WEBSERVICE");

    /// <inheritdoc/>
    public override void Apply(Save save, Row row, Change change, bool isNew)
    {
        var (unit, template) = (Entity == "StockItem" ? row.Text("BaseUOM") : "", row.Text("TemplateItemID"));
        base.Apply(save, row, change, isNew);
        if (isNew)
        {
            return;
        }

        // The template of an item is given once; the form shows it and does not let it be changed.
        row.Set("TemplateItemID", template);
        if (unit.Length > 0 && row.Text("BaseUOM") != unit
            && save.All("Warehouse").Any(warehouse => save.Find(InternalTables.StockStatus, row.Text("InventoryID"), warehouse.Text("WarehouseID")) is not null))
        {
            row.Fail("BaseUOM", "Base UOM cannot be changed for the item in use.");
        }
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        ItemCodes.CheckId(save, row, isNew);
        ItemCodes.Check(save, row);
        if (row.Has("TemplateItemID") && save.Find("TemplateItems", row.Text("TemplateItemID")) is null)
        {
            Missing(row, "TemplateItemID", "Template Item", row.Text("TemplateItemID"));
        }

        foreach (var warehouse in Entity == "StockItem" ? row.Lines("WarehouseDetails") : [])
        {
            if (save.Find("Warehouse", warehouse.Text("WarehouseID")) is null)
            {
                Missing(warehouse, "WarehouseID", "Warehouse", warehouse.Text("WarehouseID"));
            }
        }
    }

    /// <inheritdoc/>
    public override void Delete(Save save, Row row)
    {
        var sku = row.Text("InventoryID");
        var inStock = save.All(InternalTables.StockStatus).Any(status => status.Text("InventoryID") == sku && StockFigures.All.Any(figure => status.Number(figure) != 0));
        if (inStock || save.All("SalesOrder").Any(order => order.Lines("Details").Exists(line => line.Text("InventoryID") == sku)))
        {
            throw ErpFault.Exception($"Error: The {sku} item cannot be deleted because it is used in documents or is in stock.");
        }

        base.Delete(save, row);
    }
}
