using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Returns;

/// <summary>Credits what was received: an invoice with negative quantities and amounts.</summary>
internal static class CreditNotes
{
    /// <summary>Yes on invoices of return orders.</summary>
    public const string OfReturn = "_OfReturn";

    /// <summary>Posts the credit note of what is received and not credited yet.</summary>
    /// <exception cref="FinanceFault">There is nothing.</exception>
    public static Row Post(Save save, Row header)
    {
        var order = save.Edit(header);
        var lines = ReturnProgress.Lines(save, order).Where(line => line.Text(ReturnLine.Status) == ReturnLine.Received).Select(save.Edit).ToList();
        if (lines.Count == 0)
        {
            throw FinanceFault.Plain(400, $"There is nothing to credit of return order {order.Text("ReturnOrderNumber")}.");
        }

        var (number, voucher, currency) = (save.Next("Invoice", order.Company, "CIV-{0:000000}"), save.Next("InvoiceVoucher", order.Company, "CIV{0:000000}"), order.Text("CurrencyCode"));
        foreach (var line in lines)
        {
            save.Insert(Key(save, Tables.InvoiceLines, order.Company, number, voucher).Set("LineCreationSequenceNumber", line.Number("LineCreationSequenceNumber")))
                .Set("ProductNumber", line.Text("ItemNumber")).Set("ProductDescription", line.Text("LineDescription")).Set("InvoicedQuantity", line.Number(ReturnLine.Quantity))
                .Set("SalesUnitSymbol", line.Text("SalesUnitSymbol")).Set("SalesPrice", line.Number("SalesPrice")).Set("LineAmount", line.Number("LineAmount"))
                .Set("LineTotalTaxAmount", line.Number("TotalTaxAmount")).Set("CurrencyCode", currency).Set("InventorySiteId", line.Text("ReturnSiteId"))
                .Set("InventoryWarehouseId", line.Text("ReturnWarehouseId")).Set(OfReturn, true);
            line.Set(ReturnLine.Status, ReturnLine.Invoiced).Set("ReturnClosedDate", save.Today);
        }

        var taxes = lines.Sum(line => line.Number("TotalTaxAmount"));
        var note = save.Insert(Key(save, Tables.Invoices, order.Company, number, voucher)).Set("SalesOrderNumber", order.Text("ReturnOrderNumber"))
            .Set("InvoiceCustomerAccountNumber", order.Text("InvoiceCustomerAccountNumber")).Set("CustomersOrderReference", order.Text("CustomersOrderReference")).Set("CurrencyCode", currency)
            .Set("TotalTaxAmount", taxes).Set("TotalInvoiceAmount", lines.Sum(line => line.Number("LineAmount")) + taxes).Set(OfReturn, true);
        ReturnProgress.Advance(save, order);
        return note;
    }

    private static Row Key(Save save, string table, string company, string number, string voucher) =>
        save.New(table, company).Set("InvoiceNumber", number).Set("InvoiceDate", save.Today).Set("LedgerVoucher", voucher);
}
