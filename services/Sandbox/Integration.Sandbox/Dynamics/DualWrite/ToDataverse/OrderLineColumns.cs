using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Lines of sales orders.</summary>
internal static class OrderLineColumns
{
    public static void Copy(RecordEdit edit, Links links, Row row)
    {
        var order = links.Find("salesorder", "msdyn_salesordernumber", row.Text("SalesOrderNumber")) ?? throw CopyFault.NoLookup("salesorder", row.Text("SalesOrderNumber"));
        var sequence = (long)row.Number("LineCreationSequenceNumber");
        var found = Find(edit.Transaction, order, sequence);
        var product = links.Find("product", "msdyn_productnumber", row.Text("ItemNumber")) ?? throw CopyFault.NoLookup("product", row.Text("ItemNumber"));
        List<(string, object?)> values =
        [
            (Company.Lookup, links.Company), ("salesorderid", order.Reference), ("sequencenumber", sequence), ("productid", product.Reference), ("quantity", row.Number("OrderedSalesQuantity")),
            ("uomid", links.Unit(row.Text("SalesUnitSymbol"), product).Reference), ("priceperunit", row.Number("SalesPrice")), ("msdyn_salespricequantity", row.Number("SalesPriceQuantity")),
            ("msdyn_linediscountamount", row.Number("LineDiscountAmount")), ("msdyn_linediscountpercentage", row.Number("LineDiscountPercentage")),
            ("extendedamount", row.Number("LineAmount")), ("baseamount", row.Number("LineAmount")), ("tax", OrderProgress.Tax(row, row.Text("CurrencyCode"))),
            ("msdyn_externalitemnumber", row.Text("ExternalItemNumber")), ("msdyn_linedescription", row.Text("LineDescription")), ("requestdeliveryby", Days.Of(row, "RequestedShippingDate")),
            ("msdyn_shippingsite", links.To("msdyn_operationalsite", "msdyn_siteid", row.Text("ShippingSiteId"))),
            ("msdyn_shippingwarehouse", links.To("msdyn_warehouse", "msdyn_warehouseidentifier", row.Text("ShippingWarehouseId"))),
            ("msdyn_deliverymode", links.To("msdyn_shipvia", "msdyn_name", row.Text("DeliveryModeCode"))), ("msdyn_linestatus", Choices.LineStatus(row.Text("SalesOrderLineStatus"))),
            ("ispriceoverridden", true), ("transactioncurrencyid", order.Link("transactioncurrencyid")),
        ];
        if (found is null)
        {
            values.AddRange([("lineitemnumber", sequence), ("productname", product.Text("name")), ("salesorderdetailname", product.Text("name"))]);
        }

        edit.Lay(found ?? edit.New("salesorderdetail"), found is null, values);
    }

    /// <summary>The line of an order with this place; null when there is none.</summary>
    public static Record? Find(Transaction transaction, Record order, long sequence) =>
        transaction.Children("salesorderdetail", "salesorderid", order.Id).FirstOrDefault(line => line.Whole("sequencenumber") == sequence);
}
