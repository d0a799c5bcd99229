using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>The books in short, for tests and for the demo's count.</summary>
internal static class OrganizationState
{
    public static JsonObject Write(Books books) => new()
    {
        ["orders"] = Rows(books, "salesorder", order => Order(books, order)),
        ["customers"] = Rows(books, "account", account => new JsonObject
        {
            ["id"] = account.Id, ["customerID"] = account.Text("accountnumber"), ["customerName"] = account.Text("name"), ["email"] = account.Text("emailaddress1"), ["externalRef"] = External(account),
            ["phone"] = account.Text("telephone1"), ["street"] = account.Text("address1_line1"), ["city"] = account.Text("address1_city"), ["status"] = Label(account, "statecode"),
        }),
        ["contacts"] = Rows(books, "contact", contact => new JsonObject
        {
            ["id"] = contact.Id, ["name"] = contact.Text("fullname"), ["email"] = contact.Text("emailaddress1"), ["externalRef"] = External(contact), ["status"] = Label(contact, "statecode"),
        }),
        ["invoices"] = Rows(books, "invoice", invoice => new JsonObject
        {
            ["id"] = invoice.Id, ["invoiceNbr"] = invoice.Text("invoicenumber"), ["orderId"] = invoice.Link("salesorderid")?.Id, ["amount"] = invoice.Number("totalamount"), ["state"] = Label(invoice, "statecode"),
            ["tracking"] = new JsonArray([.. Lines(books, "invoicedetail", "invoiceid", invoice).Select(line => line.Text("shippingtrackingnumber")).Where(number => number.Length > 0).Distinct().Select(number => (JsonNode)number)]),
        }),
        ["failedJobs"] = books.Table("asyncoperation").All().Count,
    };

    private static JsonObject Order(Books books, Record order) => new()
    {
        ["id"] = order.Id,
        ["orderNbr"] = order.Text("ordernumber"),
        ["externalRef"] = External(order),
        ["name"] = order.Text("name"),
        ["customerID"] = order.Link("customerid") is { } customer ? books.Find(customer.Table, customer.Id)?.Text(customer.Table == "account" ? "accountnumber" : "emailaddress1") : null,
        ["currencyID"] = order.Link("transactioncurrencyid") is { } currency ? books.Find(currency.Table, currency.Id)?.Text("isocurrencycode") : null,
        ["orderTotal"] = order.Number("totalamount"),
        ["taxTotal"] = order.Number("totaltax"),
        ["freight"] = order.Number("freightamount"),
        ["state"] = Label(order, "statecode"),
        ["status"] = Label(order, "statuscode"),
        ["pricingError"] = order.Whole("pricingerrorcode"),
        ["city"] = order.Text("shipto_city"),
        ["lines"] = new JsonArray([.. Lines(books, "salesorderdetail", "salesorderid", order).Select(line => new JsonObject
        {
            ["lineNbr"] = line.Whole("lineitemnumber"), ["inventoryID"] = line.Link("productid") is { } product ? books.Find("product", product.Id)?.Text("productnumber") : null,
            ["description"] = line.Text("productdescription"), ["externalRef"] = External(line), ["qty"] = line.Number("quantity"), ["unitPrice"] = line.Number("priceperunit"),
            ["amount"] = line.Number("extendedamount"), ["tax"] = line.Number("tax"), ["shippedQty"] = line.Number("quantityshipped"), ["pricingError"] = line.Whole("pricingerrorcode"),
        })]),
    };

    private static JsonArray Rows(Books books, string table, Func<Record, JsonObject> write) => new([.. books.Table(table).All().Select(write)]);

    private static IEnumerable<Record> Lines(Books books, string table, string lookup, Record document) =>
        books.Table(table).By([lookup], [document.Reference]).OrderBy(line => line.Whole("lineitemnumber"));

    private static string Label(Record record, string column) => record.Table[column].Options.GetValueOrDefault(record.Whole(column))?.Label ?? "";

    private static string External(Record record) => record.Text("xci_externalid");
}
