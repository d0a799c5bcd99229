using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Sales;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Headers of sales orders. Totals, tax, charges and the address of the invoice are those of Finance and Operations, whatever stood there.</summary>
internal static class OrderColumns
{
    public static void Copy(RecordEdit edit, Links links, Row row)
    {
        var found = links.Find("salesorder", "msdyn_salesordernumber", row.Text("SalesOrderNumber"));
        List<(string, object?)> values =
        [
            (Company.Lookup, links.Company), ("msdyn_salesordernumber", row.Text("SalesOrderNumber")), ("msdyn_ordertype", Choices.ItemBased), ("name", row.Text("SalesOrderName")),
            ("customerid", links.Customer(row.Text("OrderingCustomerAccountNumber"))), ("msdyn_invoicecustomerid", links.Customer(row.Text("InvoiceCustomerAccountNumber"))),
            ("transactioncurrencyid", links.Currency(row.Text("CurrencyCode"))), ("msdyn_customersorderreference", row.Text("CustomersOrderReference")),
            ("msdyn_customerrequisitionnumber", row.Text("CustomerRequisitionNumber")), ("emailaddress", row.Text("Email")), ("msdyn_deliveryaddressname", row.Text("DeliveryAddressName")),
            ("shipto_line1", row.Text("DeliveryAddressStreet")), ("shipto_line2", row.Text("DeliveryAddressStreetNumber")), ("shipto_city", row.Text("DeliveryAddressCity")),
            ("shipto_stateorprovince", row.Text("DeliveryAddressStateId")), ("shipto_postalcode", row.Text("DeliveryAddressZipCode")),
            ("shipto_country", Choices.CountryName(row.Text("DeliveryAddressCountryRegionISOCode"))), ("msdyn_isdeliveryaddressorderspecific", row.Is("IsDeliveryAddressOrderSpecific")),
            ("billto_line1", row.Text("InvoiceAddressStreet")), ("billto_line2", row.Text("InvoiceAddressStreetNumber")), ("billto_city", row.Text("InvoiceAddressCity")),
            ("billto_stateorprovince", row.Text("InvoiceAddressStateId")), ("billto_postalcode", row.Text("InvoiceAddressZipCode")),
            ("billto_country", Choices.CountryName(row.Text("InvoiceAddressCountryRegionISOCode"))),
            ("msdyn_issalesprocessingstopped", row.Is("IsSalesProcessingStopped")), ("msdyn_arepricesincludingsalestax", row.Is("ArePricesIncludingSalesTax")),
            ("msdyn_deliverymode", links.To("msdyn_shipvia", "msdyn_name", row.Text("DeliveryModeCode"))),
            ("msdyn_defaultshippingsite", links.To("msdyn_operationalsite", "msdyn_siteid", row.Text("DefaultShippingSiteId"))),
            ("msdyn_defaultshippingwarehouse", links.To("msdyn_warehouse", "msdyn_warehouseidentifier", row.Text("DefaultShippingWarehouseId"))),
            ("requestdeliveryby", Days.Of(row, "RequestedShippingDate")), ("msdyn_requestedreceiptdate", Days.Of(row, "RequestedReceiptDate")),
            ("msdyn_confirmedshippingdate", Days.Of(row, "ConfirmedShippingDate")),
            ("totalamount", row.Number("OrderTotalAmount")), ("discountamount", row.Number("TotalDiscountAmount")), ("totaltax", row.Number("OrderTotalTaxAmount")),
            ("freightamount", row.Number("OrderTotalChargesAmount")), .. State(row, found),
        ];
        var order = edit.Lay(found ?? edit.New("salesorder"), found is null, values);
        if (found is null)
        {
            DocumentRules.Created(edit.Transaction, DocumentKind.Order, order);
        }
    }

    // The order's state follows its processing status, and only when that changes: what else set the state is left alone.
    private static (string, object?)[] State(Row row, Record? found)
    {
        var status = Choices.ProcessingStatus(row.Text("SalesOrderProcessingStatus"));
        if (found is not null && Equals(found["msdyn_processingstatus"], status))
        {
            return [];
        }

        var (state, reason) = row.Text("SalesOrderProcessingStatus") switch
        {
            "Confirmed" or "Picked" => (OrderState.Submitted, 3L),
            "Delivered" or "DeliveredPartiallyInvoiced" => (OrderState.Fulfilled, OrderState.Complete),
            "Invoiced" => (OrderState.Invoiced, 100003L),
            "Canceled" => (OrderState.Canceled, 4L),
            _ => (OrderState.Active, 1L),
        };
        return found?.Whole("statecode") == state ? [("msdyn_processingstatus", status)] : [("msdyn_processingstatus", status), ("statecode", state), ("statuscode", reason)];
    }
}
