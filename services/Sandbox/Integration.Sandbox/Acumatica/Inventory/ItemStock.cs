using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Inventory;

/// <summary>The warehouses of a stock item as the item's form shows them: on hand only, and no part of the item's own record.</summary>
internal static class ItemStock
{
    /// <summary>The item with the quantities of now; the item itself when its warehouses are not looked at.</summary>
    public static Row Show(Tenant tenant, Row item, View view)
    {
        if (!view.Opens("WarehouseDetails"))
        {
            return item;
        }

        var shown = item.Clone();
        foreach (var warehouse in tenant.Of("Warehouse").Rows.Select(row => row.Text("WarehouseID")).Order(StringComparer.Ordinal))
        {
            var status = tenant.Find(InternalTables.StockStatus, item.Text("InventoryID"), warehouse);
            var row = shown.Lines("WarehouseDetails").Find(kept => kept.Text("WarehouseID").Equals(warehouse, StringComparison.OrdinalIgnoreCase));
            if (row is null && status is null)
            {
                continue;
            }

            (row ?? shown.Add("WarehouseDetails").Set("WarehouseID", warehouse).Set("Status", "Active")).Set("QtyOnHand", status?.Number(StockFigures.OnHand) ?? 0m);
        }

        return shown;
    }
}
