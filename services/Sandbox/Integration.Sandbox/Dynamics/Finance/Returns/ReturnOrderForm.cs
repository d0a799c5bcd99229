using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Returns;

/// <summary>Headers of return orders.</summary>
internal sealed class ReturnOrderForm : IForm
{
    public IReadOnlySet<string> Computed { get; } = new HashSet<string>
    {
        "ReturnStatus", "ReturnOrderStatus", "RMANumber", "OrderTotalAmount", "OrderTotalChargesAmount", "OrderTotalTaxAmount", "TotalDiscountAmount", "IsReplacementSalesOrderCreated",
        "ReplacementSalesOrderNumber", "FormattedReturnAddress",
    };

    public IReadOnlySet<string> Settled { get; } = new HashSet<string> { "dataAreaId", "ReturnOrderNumber", "CustomerAccountNumber" };

    public void Create(Entry entry)
    {
        var (save, row) = (entry.Save, entry.Row);
        entry.Required("CustomerAccountNumber", "Customer account");
        var customer = entry.Related("CustomerAccountNumber", "Customer account", Tables.Customers, "Customers")!;
        var payer = customer.Text("InvoiceAccount") is { Length: > 0 } account ? account : customer.Text("CustomerAccount");
        row.Default("InvoiceCustomerAccountNumber", payer).Default("CurrencyCode", customer.Text("SalesCurrencyCode")).Default("LanguageId", "en-US")
            .Default("DefaultReturnWarehouseId", customer.Text("WarehouseId")).Set(ReturnProgress.TaxGroup, customer.Text("SalesTaxGroup"));
        Check(entry);
        entry.Number("ReturnOrderNumber", "Return order", "RO-{0:000000}");
        row.Set("RMANumber", save.Next("RMANumber", row.Company, "RMA-{0:000000}")).Set("ReturnStatus", "Created").Set("ReturnOrderStatus", "Backorder");
        save.Insert(row);
    }

    public void Update(Entry entry)
    {
        CheckOpen(entry, entry.Row);
        var before = entry.Save.Before(entry.Row);
        if (before is not null && before.Text("CurrencyCode") != entry.Row.Text("CurrencyCode") && ReturnProgress.Lines(entry.Save, entry.Row).Count > 0)
        {
            throw entry.Refuse("The currency cannot be changed because the return order has lines.");
        }

        Check(entry);
    }

    public void Delete(Entry entry)
    {
        var lines = ReturnProgress.Lines(entry.Save, entry.Row);
        if (lines.Any(line => line.Text(ReturnLine.Status) is not (ReturnLine.Awaiting or ReturnLine.Canceled)))
        {
            throw entry.Refuse($"Return order {entry.Row.Text("ReturnOrderNumber")} cannot be deleted because items have been registered.");
        }

        foreach (var line in lines)
        {
            entry.Save.Delete(line);
        }

        entry.Save.Delete(entry.Row);
    }

    /// <summary>What is closed or canceled is not changed any more.</summary>
    public static void CheckOpen(Entry entry, Row order)
    {
        if (order.Text("ReturnStatus") is not ("Created" or "Open"))
        {
            throw entry.Refuse($"Return order {order.Text("ReturnOrderNumber")} cannot be changed because its status is {order.Text("ReturnStatus")}.");
        }
    }

    private static void Check(Entry entry)
    {
        entry.Required("InvoiceCustomerAccountNumber", "Invoice account");
        var payer = entry.Related("InvoiceCustomerAccountNumber", "Invoice account", Tables.Customers, "Customers")!;
        if (payer.Text("OnHoldStatus") == "All")
        {
            throw entry.Refuse($"Customer account {payer.Text("CustomerAccount")} is on hold for all transactions.");
        }

        entry.Required("CurrencyCode", "Currency");
        entry.Code("CurrencyCode", "Currency", "Currencies", Codes.Currencies.Keys);
        entry.Required("CustomerReturnReasonCode", "Return reason code");
        entry.Code("CustomerReturnReasonCode", "Return reason code", "Return reason codes", Codes.ReturnReasons);
        Orders.Storage.Check(entry, "DefaultReturnSiteId", "DefaultReturnWarehouseId");
        Countries.Check(entry, "ReturnAddress");
    }
}
