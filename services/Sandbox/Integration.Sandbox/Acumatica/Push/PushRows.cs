using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Push;

/// <summary>The columns of the generic inquiries that push notifications come from: keys, status, stamp.</summary>
internal static class PushRows
{
    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["SalesOrder"] = ["OrderType", "OrderNbr", "Status"],
        ["Shipment"] = ["ShipmentNbr", "Status"],
        ["SalesInvoice"] = ["Type", "ReferenceNbr", "Status"],
        ["Payment"] = ["Type", "ReferenceNbr", "Status"],
        ["Customer"] = ["CustomerID", "Status"],
        [Schema.InternalTables.StockStatus] = ["InventoryID", "WarehouseID"],
        ["PurchaseOrder"] = ["Type", "OrderNbr", "Status"],
        ["TemplateItems"] = ["InventoryID", "ItemStatus"],
        ["StockItem"] = ["InventoryID", "ItemStatus"],
        ["NonStockItem"] = ["InventoryID", "ItemStatus"],
    };

    /// <summary>Entity behind a query.</summary>
    public static string Entity(PushSubscription subscription) => subscription.Entity
        ?? Columns.Keys.FirstOrDefault(entity => subscription.Query.Contains(entity, StringComparison.OrdinalIgnoreCase)) ?? "SalesOrder";

    public static bool IsKnown(string entity) => Columns.ContainsKey(entity);

    public static JsonObject Write(Row row)
    {
        var json = new JsonObject();
        foreach (var column in Columns[row.Schema.Name])
        {
            // Segmented keys travel with their padding.
            json[column] = column is "InventoryID" or "CustomerID" ? row.Text(column).PadRight(30) : row.Text(column);
        }

        json["LastModifiedDateTime"] = (row.Instant("LastModified") ?? row.Instant("LastModifiedDateTime")) is { } stamp ? RowWriter.Instant(stamp) : null;
        return json;
    }
}
