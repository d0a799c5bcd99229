using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Inventory;

/// <summary>Keeps what is on hand by warehouse and by site, in units of the inventory.</summary>
internal static class StockLedger
{
    /// <summary>Physical inventory.</summary>
    public const string OnHand = "OnHandQuantity";

    /// <summary>Physically reserved for orders.</summary>
    public const string Reserved = "ReservedOnHandQuantity";

    /// <summary>On sales orders and not reserved.</summary>
    public const string OnOrder = "OnOrderQuantity";

    private static readonly string[] Dimensions = ["", "", "", "", ""];

    /// <summary>Adds to a figure of an item in a warehouse.</summary>
    public static void Move(Save save, string company, string item, string site, string warehouse, string figure, decimal quantity)
    {
        if (quantity == 0)
        {
            return;
        }

        var row = save.Edit(Row(save, company, item, site, warehouse));
        var all = save.Edit(AtSite(save, company, item, site));
        foreach (var each in (Row[])[row, all])
        {
            each.Set(figure, each.Number(figure) + quantity);
            Count(each);
        }
    }

    /// <summary>The row of an item in a warehouse; made empty when there is none.</summary>
    public static Row Row(Save save, string company, string item, string site, string warehouse) =>
        save.Find(Tables.OnHand, company, [item, .. Dimensions, site, warehouse])
        ?? save.Insert(Named(save, Tables.OnHand, company, item, site).Set("InventoryWarehouseId", warehouse));

    /// <summary>What may be reserved of an item in a warehouse.</summary>
    public static decimal Available(Save save, string company, string item, string site, string warehouse) =>
        save.Find(Tables.OnHand, company, [item, .. Dimensions, site, warehouse])?.Number("AvailableOnHandQuantity") ?? 0m;

    private static Row AtSite(Save save, string company, string item, string site) =>
        save.Find(Tables.SiteOnHand, company, [item, .. Dimensions, site]) ?? save.Insert(Named(save, Tables.SiteOnHand, company, item, site));

    private static Row Named(Save save, string table, string company, string item, string site) => save.New(table, company)
        .Set("ItemNumber", item).Set("InventorySiteId", site).Set("ProductName", save.Find(Tables.Products, company, item)?.Text("_Name"));

    private static void Count(Row row)
    {
        var available = row.Number(OnHand) - row.Number(Reserved);
        var ordered = row.Number("OrderedQuantity") - row.Number("ReservedOrderedQuantity");
        row.Set("AvailableOnHandQuantity", available).Set("AvailableOrderedQuantity", ordered).Set("TotalAvailableQuantity", available + ordered);
    }
}
