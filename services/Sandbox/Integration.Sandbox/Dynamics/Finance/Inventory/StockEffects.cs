using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Dynamics.Finance.Inventory;

/// <summary>What open order lines hold of the stock. A save posts the difference that its changed lines make.</summary>
internal static class StockEffects
{
    public static void Post(Save save, IReadOnlyList<Committed<Row>> staged)
    {
        foreach (var change in staged.Where(change => change.Row.Table == Tables.SalesLines))
        {
            Post(save, change.Before, -1);
            Post(save, change.After, 1);
        }
    }

    /// <summary>What other lines of this save hold of a line's item and warehouse, and is not posted yet.</summary>
    public static decimal Pending(Save save, Row line) => save.Changes.Where(change => change.Row.Table == Tables.SalesLines && change.Row.RecId != line.RecId)
        .Sum(change => Held(change.After, line) - Held(change.Before, line));

    private static decimal Held(Row? other, Row line) => other is not null && other.Company == line.Company
        && ((string[])["ItemNumber", "ShippingSiteId", "ShippingWarehouseId"]).All(name => other.Text(name) == line.Text(name)) ? other.Number(SalesLine.Reserved) : 0m;

    private static void Post(Save save, Row? line, int sign)
    {
        if (line is null || line.Is(SalesLine.Service))
        {
            return;
        }

        var reserved = line.Number(SalesLine.Reserved);
        var onOrder = Math.Max(0m, SalesLine.Open(line) * line.Number(SalesLine.Factor) - reserved);
        var (item, site, warehouse) = (line.Text("ItemNumber"), line.Text("ShippingSiteId"), line.Text("ShippingWarehouseId"));
        StockLedger.Move(save, line.Company, item, site, warehouse, StockLedger.Reserved, sign * reserved);
        StockLedger.Move(save, line.Company, item, site, warehouse, StockLedger.OnOrder, sign * onOrder);
    }
}
