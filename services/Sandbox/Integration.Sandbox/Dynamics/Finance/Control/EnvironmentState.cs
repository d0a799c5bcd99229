using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Finance.Events;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>The books in short, for tests and for the demo's count; in the words of the other ERP stand-in.</summary>
internal static class EnvironmentState
{
    public static JsonObject Write(Books books, EventSender events) => new()
    {
        ["orders"] = Rows(books, Tables.SalesOrders, row => Order(books, row)),
        ["returns"] = Rows(books, Tables.ReturnOrders, row => Return(books, row)),
        ["customers"] = Rows(books, Tables.Customers, Customer),
        ["shipments"] = Rows(books, Tables.PackingSlips, row => Shipment(books, row)),
        ["payments"] = Rows(books, Tables.PaymentLines, row => Payment(books, row)),
        ["journals"] = Rows(books, Tables.Journals, row => Journal(books, row)),
        ["invoices"] = Rows(books, Tables.Invoices, Invoice),
        ["events"] = new JsonObject
        {
            ["sent"] = events.Sent,
            ["failed"] = events.Errors.Count,
            ["errors"] = new JsonArray([.. events.Errors.Select(error => new JsonObject
            {
                ["endpoint"] = error.Delivery.Endpoint, ["event"] = error.Delivery.Event, ["reason"] = error.Reason,
                ["at"] = error.At.ToString("o", CultureInfo.InvariantCulture), ["payload"] = error.Delivery.Body.DeepClone(),
            })]),
        },
    };

    private static JsonArray Rows(Books books, string table, Func<Row, JsonObject> write) => new([.. books.All(table).Select(write)]);

    private static IReadOnlyList<Row> Related(Books books, string table, Row row, string property, string value) => books.Of(table, row.Company).Sorted(books.Of(table, row.Company).By(property, value));

    private static JsonObject Order(Books books, Row order)
    {
        var number = order.Text("SalesOrderNumber");
        return new JsonObject
        {
            ["id"] = order.RecId,
            ["company"] = order.Company,
            ["orderNbr"] = number,
            ["externalRef"] = order.Text("CustomersOrderReference"),
            ["customerOrder"] = order.Text("CustomerRequisitionNumber"),
            ["customerID"] = order.Text("OrderingCustomerAccountNumber"),
            ["currencyID"] = order.Text("CurrencyCode"),
            ["orderTotal"] = order.Number(OrderProgress.Total),
            ["taxTotal"] = order.Number("OrderTotalTaxAmount"),
            ["status"] = order.Text("SalesOrderProcessingStatus"),
            ["orderStatus"] = order.Text("SalesOrderStatus"),
            ["shipVia"] = order.Text("DeliveryModeCode"),
            ["hold"] = order.Is("IsSalesProcessingStopped"),
            ["city"] = order.Text("DeliveryAddressCity"),
            ["lines"] = new JsonArray([.. books.Of(Tables.SalesLines, order.Company).By("SalesOrderNumber", number).OrderBy(line => line.Number("LineNumber")).Select(Line)]),
            ["shipments"] = new JsonArray([.. Related(books, Tables.PackingSlips, order, "_SalesOrderNumber", number).Where(slip => slip.Is("IsActive")).Select(slip => (JsonNode)slip.Text("ShipmentPackingSlipNumber"))]),
        };
    }

    private static JsonObject Line(Row line) => new()
    {
        ["lineNbr"] = line.Number("LineNumber"),
        ["lot"] = line.Text("InventoryLotId"),
        ["inventoryID"] = line.Text("ItemNumber"),
        ["externalRef"] = line.Text("ExternalItemNumber"),
        ["description"] = line.Text("LineDescription"),
        ["qty"] = line.Number("OrderedSalesQuantity"),
        ["openQty"] = SalesLine.Open(line),
        ["amount"] = line.Number("LineAmount"),
        ["warehouseID"] = line.Text("ShippingWarehouseId"),
        ["status"] = line.Text("SalesOrderLineStatus"),
    };

    private static JsonObject Return(Books books, Row order) => new()
    {
        ["id"] = order.RecId,
        ["company"] = order.Company,
        ["orderNbr"] = order.Text("ReturnOrderNumber"),
        ["rma"] = order.Text("RMANumber"),
        ["externalRef"] = order.Text("CustomersOrderReference"),
        ["customerID"] = order.Text("CustomerAccountNumber"),
        ["currencyID"] = order.Text("CurrencyCode"),
        ["reason"] = order.Text("CustomerReturnReasonCode"),
        ["orderTotal"] = -order.Number("OrderTotalAmount"),
        ["status"] = order.Text("ReturnStatus"),
        ["lines"] = new JsonArray([.. books.Of(Tables.ReturnLines, order.Company).By("ReturnOrderNumber", order.Text("ReturnOrderNumber")).OrderBy(line => line.Number("LineCreationSequenceNumber")).Select(line => new JsonObject
        {
            ["lot"] = line.Text("ReturnInventoryLotId"), ["inventoryID"] = line.Text("ItemNumber"), ["externalRef"] = line.Text("ExternalItemNumber"), ["qty"] = -line.Number("ReturnSalesQuantity"),
            ["amount"] = -line.Number("LineAmount"), ["warehouseID"] = line.Text("ReturnWarehouseId"), ["disposition"] = line.Text("ReturnDispositionCode"), ["status"] = line.Text("ReturnStatus"),
        })]),
    };

    private static JsonObject Customer(Row customer) => new()
    {
        ["id"] = customer.RecId,
        ["company"] = customer.Company,
        ["customerID"] = customer.Text("CustomerAccount"),
        ["customerName"] = customer.Text("_Name"),
        ["email"] = customer.Text("PrimaryContactEmail"),
        ["customerClass"] = customer.Text("CustomerGroupId"),
        ["priceClass"] = customer.Text("DiscountPriceGroupId"),
        ["status"] = customer.Text("OnHoldStatus") == "No" ? "Active" : "Inactive",
        ["phone"] = customer.Text("PrimaryContactPhone"),
        ["street"] = customer.Text("AddressStreet"),
        ["city"] = customer.Text("AddressCity"),
    };

    private static JsonObject Shipment(Books books, Row slip) => new()
    {
        ["id"] = slip.RecId,
        ["company"] = slip.Company,
        ["shipmentNbr"] = slip.Text("ShipmentPackingSlipNumber"),
        ["status"] = slip.Is("IsActive") ? "Posted" : "Canceled",
        ["shipVia"] = slip.Text("ShippingCarrierId"),
        ["customerID"] = slip.Text("ConsigneeAccountNumber"),
        ["warehouseID"] = slip.Text("ShipFromWarehouseId"),
        ["orderNbr"] = slip.Text("_SalesOrderNumber"),
        ["lines"] = new JsonArray([.. Related(books, Tables.PackingSlipLines, slip, "ShipmentPackingSlipVersionNumber", slip.Text("ShipmentPackingSlipVersionNumber")).Select(line => new JsonObject
        {
            ["orderNbr"] = line.Text("ConsignerOrderNumber"), ["inventoryID"] = line.Text("ItemNumber"), ["qty"] = line.Number("ShippedQuantity"),
        })]),
        ["tracking"] = new JsonArray([.. Related(books, Tables.Tracking, slip, "PackingSlipNumber", slip.Text("ShipmentPackingSlipNumber")).Select(row => (JsonNode)row.Text("TrackingNumber"))]),
    };

    private static JsonObject Payment(Books books, Row line) => new()
    {
        ["id"] = line.RecId,
        ["company"] = line.Company,
        ["referenceNbr"] = line.Text("Voucher"),
        ["journalBatchNumber"] = line.Text("JournalBatchNumber"),
        ["type"] = line.Number("DebitAmount") > 0 ? "Refund" : "Payment",
        ["status"] = books.Of(Tables.PaymentJournals, line.Company).Find([line.Company, line.Text("JournalBatchNumber")])?.Is("IsPosted") == true ? "Posted" : "Open",
        ["customerID"] = line.Text("AccountDisplayValue"),
        ["currencyID"] = line.Text("CurrencyCode"),
        ["paymentMethod"] = line.Text("PaymentMethodName"),
        ["cashAccount"] = line.Text("OffsetAccountDisplayValue"),
        ["paymentRef"] = line.Text("PaymentReference"),
        ["externalRef"] = line.Text("PaymentId"),
        ["description"] = line.Text("TransactionText"),
        ["paymentAmount"] = Math.Max(line.Number("CreditAmount"), line.Number("DebitAmount")),
    };

    private static JsonObject Journal(Books books, Row journal) => new()
    {
        ["id"] = journal.RecId,
        ["company"] = journal.Company,
        ["batchNbr"] = journal.Text("JournalBatchNumber"),
        ["status"] = journal.Is("IsPosted") ? "Posted" : "Open",
        ["description"] = journal.Text("Description"),
        ["lines"] = new JsonArray([.. Related(books, Tables.JournalLines, journal, "JournalBatchNumber", journal.Text("JournalBatchNumber")).Select(line => new JsonObject
        {
            ["account"] = line.Text("AccountDisplayValue"), ["offset"] = line.Text("OffsetAccountDisplayValue"), ["debit"] = line.Number("DebitAmount"), ["credit"] = line.Number("CreditAmount"),
            ["reference"] = line.Text("PaymentReference"), ["voucher"] = line.Text("Voucher"),
            ["document"] = line.Text("Document"), ["text"] = line.Text("Text"), ["currencyID"] = line.Text("CurrencyCode"),
        })]),
    };

    private static JsonObject Invoice(Row invoice) => new()
    {
        ["id"] = invoice.RecId,
        ["company"] = invoice.Company,
        ["type"] = invoice.Number("TotalInvoiceAmount") < 0 ? "Credit note" : "Invoice",
        ["referenceNbr"] = invoice.Text("InvoiceNumber"),
        ["orderNbr"] = invoice.Text("SalesOrderNumber"),
        ["externalRef"] = invoice.Text("CustomersOrderReference"),
        ["currency"] = invoice.Text("CurrencyCode"),
        ["amount"] = invoice.Number("TotalInvoiceAmount"),
        ["taxTotal"] = invoice.Number("TotalTaxAmount"),
    };
}
