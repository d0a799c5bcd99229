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
        var sold = SoldLine.Find(entry, order);
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
        SoldLine.Find(entry, order);
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
}
