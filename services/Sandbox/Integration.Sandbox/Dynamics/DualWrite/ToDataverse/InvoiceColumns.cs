using Integration.Sandbox.Dynamics.Dataverse.Sales;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Posted invoices of sales orders and their lines.</summary>
internal static class InvoiceColumns
{
    private const long Billed = 4;

    public static void CopyHeader(RecordEdit edit, Links links, Row row)
    {
        var found = links.Find("invoice", "msdyn_invoicenumber", row.Text("InvoiceNumber"));
        var order = links.Find("salesorder", "msdyn_salesordernumber", row.Text("SalesOrderNumber")) ?? throw CopyFault.NoLookup("salesorder", row.Text("SalesOrderNumber"));
        List<(string, object?)> values =
        [
            (Company.Lookup, links.Company), ("msdyn_ordertype", Choices.ItemBased), ("msdyn_invoicenumber", row.Text("InvoiceNumber")), ("msdyn_invoicedate", Days.Of(row, "InvoiceDate")),
            ("msdyn_ledgervoucher", row.Text("LedgerVoucher")), ("salesorderid", order.Reference), ("customerid", links.Customer(row.Text("InvoiceCustomerAccountNumber"))),
            ("transactioncurrencyid", links.Currency(row.Text("CurrencyCode"))), ("description", row.Text("CustomersOrderReference")), ("freightamount", row.Number("TotalChargeAmount")),
            ("msdyn_totaldiscountamount", row.Number("TotalDiscountAmount")), ("msdyn_totalamount", row.Number("TotalInvoiceAmount")), ("msdyn_totaltax", row.Number("TotalTaxAmount")),
            ("ispricelocked", false), ("statecode", 0L), ("statuscode", Billed),
        ];
        if (found is null)
        {
            values.AddRange([("name", row.Text("InvoiceNumber")), ("pricelevelid", order.Link("pricelevelid"))]);
        }

        var invoice = edit.Lay(found ?? edit.New("invoice"), found is null, values);
        if (found is null)
        {
            DocumentRules.Created(edit.Transaction, DocumentKind.Invoice, invoice);
        }
    }

    public static void CopyLine(RecordEdit edit, Links links, Row row)
    {
        var invoice = links.Find("invoice", "msdyn_invoicenumber", row.Text("InvoiceNumber")) ?? throw CopyFault.NoLookup("invoice", row.Text("InvoiceNumber"));
        var product = links.Find("product", "msdyn_productnumber", row.Text("ProductNumber")) ?? throw CopyFault.NoLookup("product", row.Text("ProductNumber"));
        var sequence = (long)row.Number("LineCreationSequenceNumber");
        var found = edit.Transaction.Children("invoicedetail", "invoiceid", invoice.Id).FirstOrDefault(line => line.Whole("sequencenumber") == sequence);
        var order = edit.Transaction.Find(invoice.Link("salesorderid"));
        List<(string, object?)> values =
        [
            ("invoiceid", invoice.Reference), ("sequencenumber", sequence), ("lineitemnumber", sequence), ("productid", product.Reference), ("productname", product.Text("name")),
            ("invoicedetailname", product.Text("name")), ("description", row.Text("ProductDescription")), ("quantity", row.Number("InvoicedQuantity")),
            ("uomid", links.Unit(row.Text("SalesUnitSymbol"), product).Reference), ("priceperunit", row.Number("SalesPrice")), ("extendedamount", row.Number("LineAmount")),
            ("tax", row.Number("LineTotalTaxAmount")), ("ispriceoverridden", true), ("producttypecode", 1L), ("propertyconfigurationstatus", 2L),
            ("transactioncurrencyid", invoice.Link("transactioncurrencyid")), ("salesorderdetailid", order is null ? null : OrderLineColumns.Find(edit.Transaction, order, sequence)?.Reference),
            ("msdyn_inventorysite", links.To("msdyn_operationalsite", "msdyn_siteid", row.Text("InventorySiteId"))),
            ("msdyn_inventorywarehouse", links.To("msdyn_warehouse", "msdyn_warehouseidentifier", row.Text("InventoryWarehouseId"))),
        ];
        edit.Lay(found ?? edit.New("invoicedetail"), found is null, values);
    }
}
