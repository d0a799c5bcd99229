using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Orders;

/// <summary>Invoices what is delivered.</summary>
internal static class Invoicing
{
    private const string Billed = "_Billed";

    /// <summary>Posts the invoice of what is delivered and not invoiced yet.</summary>
    /// <exception cref="FinanceFault">There is nothing, or the customer is on hold.</exception>
    public static Row Post(Save save, Row header)
    {
        var order = save.Edit(header);
        var lines = SalesOrderForm.Lines(save, order).Where(line => line.Number(SalesLine.Delivered) != line.Number(SalesLine.Invoiced)).Select(save.Edit).ToList();
        if (lines.Count == 0)
        {
            throw FinanceFault.Plain(400, $"There is nothing to invoice of sales order {order.Text("SalesOrderNumber")}.");
        }

        var payer = save.Find(Tables.Customers, order.Company, order.Text("InvoiceCustomerAccountNumber"))!;
        if (payer.Text("OnHoldStatus") is "Invoice" or "All")
        {
            throw FinanceFault.Plain(400, $"Customer account {payer.Text("CustomerAccount")} is on hold for invoices.");
        }

        var currency = order.Text("CurrencyCode");
        var number = save.Next("Invoice", order.Company, "CIV-{0:000000}");
        var voucher = save.Next("InvoiceVoucher", order.Company, "CIV{0:000000}");
        var (amount, taxes) = (0m, 0m);
        foreach (var line in lines)
        {
            var (part, tax) = (Part(line, line.Number("LineAmount"), currency), Part(line, OrderProgress.Tax(line, currency), currency));
            Line(save, order, line, number, voucher, part, tax);
            line.Set(SalesLine.Invoiced, line.Number(SalesLine.Delivered));
            (amount, taxes) = (amount + part, taxes + tax);
        }

        var discount = Discount(order, amount, currency);
        var invoice = save.Insert(save.New(Tables.Invoices, order.Company).Set("InvoiceNumber", number).Set("InvoiceDate", save.Today).Set("LedgerVoucher", voucher))
            .Set("SalesOrderNumber", order.Text("SalesOrderNumber")).Set("InvoiceCustomerAccountNumber", order.Text("InvoiceCustomerAccountNumber"))
            .Set("CustomersOrderReference", order.Text("CustomersOrderReference")).Set("CurrencyCode", currency).Set("EndDiscount", discount).Set("TotalDiscountAmount", discount)
            .Set("TotalTaxAmount", taxes).Set("TotalInvoiceAmount", amount - discount + taxes).Set("PaymentTermsName", order.Text("PaymentTermsName"))
            .Set("DeliveryModeCode", order.Text("DeliveryModeCode"));
        OrderProgress.Advance(save, order);
        return invoice;
    }

    private static void Line(Save save, Row order, Row line, string number, string voucher, decimal amount, decimal tax) => save.Insert(save.New(Tables.InvoiceLines, order.Company)
            .Set("InvoiceNumber", number).Set("InvoiceDate", save.Today).Set("LedgerVoucher", voucher).Set("LineCreationSequenceNumber", line.Number("LineCreationSequenceNumber")))
        .Set("ProductNumber", line.Text("ItemNumber")).Set("ProductDescription", line.Text("LineDescription")).Set("InvoicedQuantity", line.Number(SalesLine.Delivered) - line.Number(SalesLine.Invoiced))
        .Set("SalesUnitSymbol", line.Text("SalesUnitSymbol")).Set("SalesPrice", line.Number("SalesPrice")).Set("LineAmount", amount).Set("LineTotalTaxAmount", tax)
        .Set("CurrencyCode", line.Text("CurrencyCode")).Set("InventorySiteId", line.Text("ShippingSiteId")).Set("InventoryWarehouseId", line.Text("ShippingWarehouseId"));

    // What all invoices so far come to, less what those before came to: the last one brings what rounding left.
    private static decimal Part(Row line, decimal whole, string currency)
    {
        var ordered = line.Number("OrderedSalesQuantity");
        return Codes.Round(whole * line.Number(SalesLine.Delivered) / ordered, currency) - Codes.Round(whole * line.Number(SalesLine.Invoiced) / ordered, currency);
    }

    private static decimal Discount(Row order, decimal amount, string currency)
    {
        var before = order.Number(Billed);
        order.Set(Billed, before + amount);
        return Share(before + amount) - Share(before);

        decimal Share(decimal billed)
        {
            var (whole, net) = (order.Number("TotalDiscountAmount") + order.Number(OrderProgress.PercentDiscount), order.Number(OrderProgress.LineTotal));
            return net == 0 ? 0m : Codes.Round(whole * billed / net, currency);
        }
    }
}
