using System.Globalization;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Returns;

/// <summary>The line of a sale that goods come back from.</summary>
internal static class SoldLine
{
    /// <summary>The line that a lot names; null when none is named.</summary>
    public static Row? Find(Entry entry, Row order)
    {
        var (save, row, lot) = (entry.Save, entry.Row, entry.Row.Text("ReturningInventoryLotId"));
        if (lot.Length == 0)
        {
            return null;
        }

        var sold = save.Find(Tables.SalesLines, row.Company, lot) ?? throw entry.Refuse($"The value '{lot}' in field 'Return lot ID' is not found in the related table 'Sales order lines'.");
        var sale = save.Find(Tables.SalesOrders, row.Company, sold.Text("SalesOrderNumber"))!;
        if (sold.Text("ItemNumber") != row.Text("ItemNumber") || sale.Text("OrderingCustomerAccountNumber") != order.Text("CustomerAccountNumber"))
        {
            throw entry.Refuse($"Lot {lot} was not sold to customer {order.Text("CustomerAccountNumber")} as item {row.Text("ItemNumber")}.");
        }

        var back = save.By(Tables.ReturnLines, row.Company, "ReturningInventoryLotId", lot).Where(line => line.RecId != row.RecId && line.Text(ReturnLine.Status) != ReturnLine.Canceled)
            .Sum(line => -line.Number(ReturnLine.Quantity));
        var left = sold.Number(SalesLine.Delivered) - back;
        return -row.Number(ReturnLine.Quantity) <= left ? sold : throw entry.Refuse(
            $"Of item {row.Text("ItemNumber")} no more than {left.ToString("0.####", CultureInfo.InvariantCulture)} can be returned of sales order {sold.Text("SalesOrderNumber")}.");
    }
}
