using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;

namespace Integration.Sandbox.Dynamics.DualWrite.ToFinance;

/// <summary>Orders and their lines as Finance and Operations takes them from Dataverse. Only what is here crosses: no tax, no freight, no totals, no state.</summary>
internal static class OrderValues
{
    public static Dictionary<string, object?> OfHeader(Transaction transaction, Record order) => new()
    {
        ["SalesOrderNumber"] = Given(order.Text("msdyn_salesordernumber")),
        ["OrderingCustomerAccountNumber"] = Customer(transaction, order.Link("customerid")),
        ["InvoiceCustomerAccountNumber"] = Customer(transaction, order.Link("msdyn_invoicecustomerid")),
        ["CurrencyCode"] = Given(transaction.Find(order.Link("transactioncurrencyid"))?.Text("isocurrencycode")),
        ["CustomersOrderReference"] = Given(order.Text("msdyn_customersorderreference")),
        ["CustomerRequisitionNumber"] = Given(order.Text("msdyn_customerrequisitionnumber")),
        ["Email"] = Given(order.Text("emailaddress")),
        ["DeliveryAddressName"] = Given(order.Text("msdyn_deliveryaddressname")),
        ["DeliveryAddressStreet"] = Given(order.Text("shipto_line1")),
        ["DeliveryAddressStreetNumber"] = Given(order.Text("shipto_line2")),
        ["DeliveryAddressCity"] = Given(order.Text("shipto_city")),
        ["DeliveryAddressStateId"] = Given(order.Text("shipto_stateorprovince")),
        ["DeliveryAddressZipCode"] = Given(order.Text("shipto_postalcode")),
        ["DeliveryAddressCountryRegionISOCode"] = Given(Choices.CountryCode(order.Text("shipto_country"))),
        ["IsDeliveryAddressOrderSpecific"] = YesNo(order, "msdyn_isdeliveryaddressorderspecific"),
        ["IsSalesProcessingStopped"] = YesNo(order, "msdyn_issalesprocessingstopped"),
        ["ArePricesIncludingSalesTax"] = YesNo(order, "msdyn_arepricesincludingsalestax"),
        ["DeliveryModeCode"] = Code(transaction, order, "msdyn_deliverymode", "msdyn_name"),
        ["DefaultShippingSiteId"] = Code(transaction, order, "msdyn_defaultshippingsite", "msdyn_siteid"),
        ["DefaultShippingWarehouseId"] = Code(transaction, order, "msdyn_defaultshippingwarehouse", "msdyn_warehouseidentifier"),
        ["RequestedShippingDate"] = Day(order, "requestdeliveryby"),
        ["RequestedReceiptDate"] = Day(order, "msdyn_requestedreceiptdate"),
        ["ConfirmedShippingDate"] = Day(order, "msdyn_confirmedshippingdate"),
    };

    public static Dictionary<string, object?> OfLine(Transaction transaction, Record line) => new()
    {
        ["SalesOrderNumber"] = Given(transaction.Find(line.Link("salesorderid"))?.Text("msdyn_salesordernumber")),
        ["ItemNumber"] = Given(transaction.Find(line.Link("productid"))?.Text("msdyn_productnumber")),
        ["OrderedSalesQuantity"] = line.Number("quantity"),
        ["SalesUnitSymbol"] = Code(transaction, line, "uomid", "msdyn_symbol"),
        ["SalesPrice"] = line.Number("priceperunit"),
        ["SalesPriceQuantity"] = line.Number("msdyn_salespricequantity"),
        ["LineDiscountAmount"] = line.Number("msdyn_linediscountamount"),
        ["LineDiscountPercentage"] = line.Number("msdyn_linediscountpercentage"),
        ["ExternalItemNumber"] = Given(line.Text("msdyn_externalitemnumber")),
        ["LineDescription"] = Given(line.Text("msdyn_linedescription")),
        ["RequestedShippingDate"] = Day(line, "requestdeliveryby"),
        ["ShippingSiteId"] = Code(transaction, line, "msdyn_shippingsite", "msdyn_siteid"),
        ["ShippingWarehouseId"] = Code(transaction, line, "msdyn_shippingwarehouse", "msdyn_warehouseidentifier"),
        ["DeliveryModeCode"] = Code(transaction, line, "msdyn_deliverymode", "msdyn_name"),
    };

    private static string? Customer(Transaction transaction, Reference? customer) => transaction.Find(customer) is { } party ? Given(party.Text(CustomerValues.Number(party.Table.Name))) : null;

    private static string? Code(Transaction transaction, Record record, string lookup, string column) => Given(transaction.Find(record.Link(lookup))?.Text(column));

    private static string YesNo(Record record, string column) => record.Flag(column) ? "Yes" : "No";

    // A day is noon in UTC there.
    private static DateTimeOffset? Day(Record record, string column) => record.Instant(column) is { } instant ? new DateTimeOffset(instant.UtcDateTime.Date.AddHours(12), TimeSpan.Zero) : null;

    private static string? Given(string? text) => text is { Length: > 0 } ? text : null;
}
