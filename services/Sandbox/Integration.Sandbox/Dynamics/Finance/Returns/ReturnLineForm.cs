using System.Globalization;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Inventory;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Returns;

/// <summary>Lines of return orders.</summary>
internal sealed class ReturnLineForm : IForm
{
    public IReadOnlySet<string> Computed { get; } = new HashSet<string>
    {
        "ReturnStatus", "ReturnedSalesQuantity", "LineAmount", "TotalTaxAmount", "TotalChargesAmount", "TotalDiscountAmount", "RMANumber", "LineCreationSequenceNumber", "ActualReturnArrivalDate",
        "ReturnClosedDate", "FormattedReturnAddress", "CustomerAccountNumber", "InvoiceCustomerAccountNumber",
    };

    public IReadOnlySet<string> Settled { get; } = new HashSet<string> { "dataAreaId", "ReturnOrderNumber", "ReturnInventoryLotId", "ItemNumber", "ReturningInventoryLotId" };

    public void Create(Entry entry)
    {
        var (save, row) = (entry.Save, entry.Row);
        entry.Required("ReturnOrderNumber", "Return order");
        var order = entry.Related("ReturnOrderNumber", "Return order", Tables.ReturnOrders, "Return orders")!;
        ReturnOrderForm.CheckOpen(entry, order);
        entry.Required("ItemNumber", "Item number");
        var item = entry.Related("ItemNumber", "Item number", Tables.Products, "Released products")!;
        if (entry.Sends("ReturnInventoryLotId"))
        {
            throw entry.Refuse($"Lot ID {row.Text("ReturnInventoryLotId")} cannot be used: the number sequence does not allow manual numbers.");
        }

        var lines = ReturnProgress.Lines(save, order);
        row.Set("ReturnOrderNumber", order.Text("ReturnOrderNumber")).Set("ItemNumber", item.Text("ItemNumber")).Set("RMANumber", order.Text("RMANumber"))
            .Set("CustomerAccountNumber", order.Text("CustomerAccountNumber")).Set("InvoiceCustomerAccountNumber", order.Text("InvoiceCustomerAccountNumber"))
            .Set("ReturnInventoryLotId", save.Next("InventoryLotId", row.Company, "{0:000000}")).Set("LineCreationSequenceNumber", lines.Count == 0 ? 1m : lines.Max(line => line.Number("LineCreationSequenceNumber")) + 1)
            .Default("SalesUnitSymbol", item.Text("SalesUnitSymbol")).Default("LineDescription", item.Text("_Name")).Default("ReturnWarehouseId", order.Text("DefaultReturnWarehouseId"))
            .Set(SalesLine.Service, item.Text("ProductType") == "Service").Set(ReturnProgress.TaxItemGroup, item.Text("SalesSalesTaxItemGroupCode"));
        var sold = Sale.Find(entry, order);
        if (!entry.Sent.ContainsKey("SalesPrice"))
        {
            row.Set("SalesPrice", (sold ?? item).Number("SalesPrice"));
        }

        Check(entry, order, item);
        save.Insert(row);
        ReturnProgress.Advance(save, order);
    }

    public void Update(Entry entry)
    {
        var order = Open(entry);
        Check(entry, order, entry.Save.Find(Tables.Products, entry.Company, entry.Row.Text("ItemNumber"))!);
        Sale.Find(entry, order);
        ReturnProgress.Advance(entry.Save, order);
    }

    public void Delete(Entry entry)
    {
        var order = Open(entry);
        entry.Save.Delete(entry.Row);
        ReturnProgress.Advance(entry.Save, order);
    }

    // A line of which nothing comes back is received from its beginning, and may still be changed.
    private static Row Open(Entry entry)
    {
        var order = entry.Save.Find(Tables.ReturnOrders, entry.Company, entry.Row.Text("ReturnOrderNumber"))!;
        ReturnOrderForm.CheckOpen(entry, order);
        var before = entry.Save.Before(entry.Row) ?? entry.Row;
        if (before.Text(ReturnLine.Status) != ReturnLine.Awaiting && ReturnLine.Action(before) != DispositionAction.CreditOnly)
        {
            throw entry.Refuse($"The line with item {entry.Row.Text("ItemNumber")} cannot be changed because its status is {entry.Row.Text(ReturnLine.Status)}.");
        }

        return order;
    }

    private static void Check(Entry entry, Row order, Row item)
    {
        var row = entry.Row;
        if (row.Number(ReturnLine.Quantity) >= 0)
        {
            throw entry.Refuse($"Field 'Quantity' must be less than zero for item {row.Text("ItemNumber")}: what comes back has a negative quantity.");
        }

        entry.Code("SalesUnitSymbol", "Unit", "Units", Codes.Units);
        row.Set(SalesLine.Factor, Units.Factor(item, row.Text("SalesUnitSymbol")) ?? throw entry.Refuse(
            $"Unit conversion from {row.Text("SalesUnitSymbol")} to {item.Text("InventoryUnitSymbol")} for item {item.Text("ItemNumber")} does not exist."));
        Orders.Storage.Check(entry, "ReturnSiteId", "ReturnWarehouseId");
        if (row.Text("ReturnWarehouseId").Length == 0)
        {
            throw FinanceFault.Infolog(entry.Entity, "Warning: Inventory dimension Warehouse is mandatory and must consequently be specified", "Error: Update has been canceled");
        }

        entry.Code("ReturnDispositionCode", "Disposition code", "Disposition codes", Codes.Dispositions.Keys);
        ReturnLine.Dispose(row);
        ReturnProgress.Reckon(order, row);
    }

    /// <summary>The line of a sale that goods come back from.</summary>
    private static class Sale
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
}
