using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Screens;

/// <summary>Stock and non-stock items, keyed by the inventory ID that the user gives.</summary>
internal sealed class ItemScreen(string entity, string title) : Screen(entity, title)
{
    private static readonly string[] Statuses = ["Active", "No Sales", "No Purchases", "No Request", "Inactive", "Marked for Deletion"];

    /// <summary>Statuses in which an item may be sold.</summary>
    public static IReadOnlySet<string> Sellable { get; } = new HashSet<string> { "Active", "No Purchases", "No Request" };

    /// <summary>The stock or non-stock item of that ID, or null.</summary>
    public static Row? Find(Save save, string inventoryId) => save.Find("StockItem", inventoryId) ?? save.Find("NonStockItem", inventoryId);

    /// <summary>The unit that the item is sold in.</summary>
    public static string SalesUnit(Row item) => item.Text(item.Schema.Name == "StockItem" ? "SalesUOM" : "SalesUnit");

    /// <summary>True when the item leaves the warehouse in a shipment.</summary>
    public static bool NeedsShipment(Row item) => item.Schema.Name == "StockItem" || item.Flag("RequireShipment");

    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string> { "StockItemWarehouseDetail.QtyOnHand", "StockItem.LastModified", "StockItem.LastModifiedDateTime" };

    /// <inheritdoc/>
    public override Row Show(Tenant tenant, Row row, View view) => Entity == "StockItem" ? ItemStock.Show(tenant, row, view) : row;

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("ItemStatus", "Active");

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (!row.Has("InventoryID"))
        {
            row.Fail("InventoryID", "'Inventory ID' cannot be empty.");
        }
        else if (isNew && Find(save, row.Text("InventoryID")) is { } other && other.Id != row.Id)
        {
            row.Fail("InventoryID", "The inventory ID is already in use.");
        }

        if (!Statuses.Contains(row.Text("ItemStatus")))
        {
            row.Fail("ItemStatus", $"'{row.Text("ItemStatus")}' is not one of the values allowed for 'Item Status'.");
        }

        if (Entity == "StockItem")
        {
            row.Default("BaseUOM", "EA").Default("SalesUOM", row.Text("BaseUOM")).Default("PurchaseUOM", row.Text("BaseUOM"));
        }
        else
        {
            row.Default("BaseUnit", "EA").Default("SalesUnit", row.Text("BaseUnit")).Default("PurchaseUnit", row.Text("BaseUnit"));
        }
    }
}
