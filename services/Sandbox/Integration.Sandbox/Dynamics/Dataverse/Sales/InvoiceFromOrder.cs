using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>Makes an invoice of an order, which is then invoiced.</summary>
internal static class InvoiceFromOrder
{
    private static readonly string[] OfHeader =
    [
        "name", "customerid", "pricelevelid", "transactioncurrencyid", "discountamount", "discountpercentage", "freightamount", "paymenttermscode", "shippingmethodcode", "description", "willcall",
        "ownerid", "totalamount", "totalamountlessfreight", "totaldiscountamount", "totallineitemamount", "totallineitemdiscountamount", "totaltax", "emailaddress",
    ];

    private static readonly string[] OfLine =
    [
        "productid", "uomid", "quantity", "priceperunit", "ispriceoverridden", "isproductoverridden", "productdescription", "productname", "manualdiscountamount", "volumediscountamount", "tax",
        "baseamount", "extendedamount", "description", "lineitemnumber", "sequencenumber", "transactioncurrencyid", "producttypecode", "propertyconfigurationstatus", "pricingerrorcode",
    ];

    /// <summary>Invoices the whole order, which must be active, submitted or fulfilled.</summary>
    public static Record Make(Transaction transaction, Record order)
    {
        if (order.Whole("statecode") is not (OrderState.Active or OrderState.Submitted or OrderState.Fulfilled))
        {
            throw DocumentRules.Transition(order);
        }

        var invoice = Draft(transaction, order);
        foreach (var line in transaction.Children("salesorderdetail", "salesorderid", order.Id))
        {
            Add(transaction, invoice, line, line.Number("quantity"));
        }

        Pricing.Run(transaction, DocumentKind.Invoice, invoice);
        transaction.Edit(order).Set("statecode", OrderState.Invoiced).Set("statuscode", 100003L);
        return invoice;
    }

    /// <summary>An invoice of an order, without lines.</summary>
    public static Record Draft(Transaction transaction, Record order)
    {
        var invoice = transaction.Insert(new Record(transaction.Schema["invoice"], Guid.NewGuid()));
        invoice.Set("salesorderid", order.Reference).Set("statecode", 0L).Set("statuscode", 1L).Set("ispricelocked", false).Set("pricingerrorcode", PricingError.None);
        Copy(order, invoice, [.. OfHeader, .. Addresses(order.Table, invoice.Table)]);
        DocumentRules.Created(transaction, DocumentKind.Invoice, invoice);
        return invoice;
    }

    /// <summary>Puts a line of the order on the invoice.</summary>
    public static Record Add(Transaction transaction, Record invoice, Record orderLine, decimal? quantity)
    {
        var line = transaction.Insert(new Record(transaction.Schema["invoicedetail"], Guid.NewGuid()));
        Copy(orderLine, line, [.. OfLine, .. Addresses(orderLine.Table, line.Table)]);
        return line.Set("invoiceid", invoice.Reference).Set("salesorderdetailid", orderLine.Reference).Set("invoicedetailname", orderLine.Text("salesorderdetailname")).Set("quantity", quantity);
    }

    private static IEnumerable<string> Addresses(TableSchema from, TableSchema to) => from.Columns.Select(column => column.Name)
        .Where(name => (name.StartsWith("billto_", StringComparison.Ordinal) || name.StartsWith("shipto_", StringComparison.Ordinal)) && to.Find(name) is not null);

    private static void Copy(Record from, Record to, IEnumerable<string> columns)
    {
        foreach (var column in columns)
        {
            to.Set(column, from[column]);
        }
    }
}
