using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Orders;

/// <summary>Headers of sales orders.</summary>
internal sealed class SalesOrderForm : IForm
{
    private static readonly string[] Address =
        ["Name", "Description", "Street", "StreetNumber", "City", "StateId", "ZipCode", "CountyId", "DistrictName", "PostBox", "CountryRegionId", "CountryRegionISOCode"];

    public IReadOnlySet<string> Computed { get; } = new HashSet<string>
    {
        "SalesOrderStatus", "SalesOrderProcessingStatus", "OrderTotalAmount", "OrderTotalTaxAmount", "OrderTotalDiscountAmount", "OrderTotalChargesAmount", "OrderHeaderTaxAmount",
        "AreTotalsCalculated", "OrderCreationDateTime", "FormattedDelveryAddress", "FormattedInvoiceAddress",
    };

    public IReadOnlySet<string> Settled { get; } = new HashSet<string> { "dataAreaId", "SalesOrderNumber", "OrderingCustomerAccountNumber" };

    public void Create(Entry entry)
    {
        var (save, row) = (entry.Save, entry.Row);
        entry.Required("OrderingCustomerAccountNumber", "Customer account");
        var customer = entry.Related("OrderingCustomerAccountNumber", "Customer account", Tables.Customers, "Customers")!;
        var payer = customer.Text("InvoiceAccount") is { Length: > 0 } account ? account : customer.Text("CustomerAccount");
        row.Default("InvoiceCustomerAccountNumber", payer).Default("CurrencyCode", customer.Text("SalesCurrencyCode")).Default("SalesOrderName", customer.Text("_Name"))
            .Default("LanguageId", "en-US").Default("SalesTaxGroupCode", customer.Text("SalesTaxGroup")).Default("PaymentTermsName", customer.Text("PaymentTerms"))
            .Default("CustomerPaymentMethodName", customer.Text("PaymentMethod")).Default("DeliveryModeCode", customer.Text("DeliveryMode"))
            .Default("PriceCustomerGroupCode", customer.Text("DiscountPriceGroupId")).Default("DefaultShippingWarehouseId", customer.Text("WarehouseId"))
            .Default("DefaultShippingSiteId", customer.Text("SiteId")).Default("RequestedShippingDate", save.Today).Default("RequestedReceiptDate", save.Today)
            .Default("InventoryReservationMethod", entry.Settings.Reservation);
        CheckParties(entry, customer);
        Check(entry);
        Deliver(row, customer);
        entry.Number("SalesOrderNumber", "Sales order", "{0:000000}");
        row.Set("SalesOrderStatus", "Backorder").Set("SalesOrderProcessingStatus", "Active").Set("OrderCreationDateTime", Seconds(save.Now));
        save.Insert(row);
        OrderProgress.Count(entry.Save, row, entry.Settings);
    }

    public void Update(Entry entry)
    {
        CheckOpen(entry, entry.Row);
        var before = entry.Save.Before(entry.Row);
        if (before is not null && before.Text("CurrencyCode") != entry.Row.Text("CurrencyCode") && Lines(entry.Save, entry.Row).Count > 0)
        {
            throw entry.Refuse("The currency cannot be changed because the sales order has lines.");
        }

        var customer = entry.Related("OrderingCustomerAccountNumber", "Customer account", Tables.Customers, "Customers")!;
        CheckParties(entry, customer);
        Check(entry);
        OrderProgress.Count(entry.Save, entry.Row, entry.Settings);
    }

    public void Delete(Entry entry)
    {
        var lines = Lines(entry.Save, entry.Row);
        if (lines.Any(line => line.Number(SalesLine.Delivered) != 0))
        {
            throw entry.Refuse($"Sales order {entry.Row.Text("SalesOrderNumber")} cannot be deleted because packing slips have been posted.");
        }

        foreach (var line in lines)
        {
            entry.Save.Delete(line);
        }

        entry.Save.Delete(entry.Row);
    }

    /// <summary>The lines of an order.</summary>
    public static IReadOnlyList<Row> Lines(Save save, Row order) =>
        [.. save.By(Tables.SalesLines, order.Company, "SalesOrderNumber", order.Text("SalesOrderNumber")).OrderBy(line => line.Number("LineNumber")).ThenBy(line => line.RecId)];

    /// <summary>What is delivered, invoiced or canceled as a whole is not changed any more.</summary>
    public static void CheckOpen(Entry entry, Row order)
    {
        if (order.Text("SalesOrderStatus") is not "Backorder")
        {
            throw entry.Refuse($"Sales order {order.Text("SalesOrderNumber")} cannot be changed because its status is {order.Text("SalesOrderStatus")}.");
        }
    }

    private static void CheckParties(Entry entry, Row customer)
    {
        entry.Required("InvoiceCustomerAccountNumber", "Invoice account");
        var payer = entry.Related("InvoiceCustomerAccountNumber", "Invoice account", Tables.Customers, "Customers")!;
        foreach (var party in (Row[])[customer, payer])
        {
            if (party.Text("OnHoldStatus") == "All")
            {
                throw entry.Refuse($"Customer account {party.Text("CustomerAccount")} is on hold for all transactions.");
            }
        }

        Bill(entry.Row, payer);
    }

    // The address of the invoice is the payer's own; nobody sends one.
    private static void Bill(Row row, Row payer) => row
        .Set("InvoiceAddressStreet", payer.Text("AddressStreet")).Set("InvoiceAddressCity", payer.Text("AddressCity")).Set("InvoiceAddressStateId", payer.Text("AddressState"))
        .Set("InvoiceAddressZipCode", payer.Text("AddressZipCode")).Set("InvoiceAddressCountryRegionId", payer.Text("AddressCountryRegionId"))
        .Set("InvoiceAddressCountryRegionISOCode", payer.Text("AddressCountryRegionISOCode"));

    private static void Check(Entry entry)
    {
        var row = entry.Row;
        entry.Required("CurrencyCode", "Currency");
        entry.Code("CurrencyCode", "Currency", "Currencies", Codes.Currencies.Keys);
        entry.Code("SalesTaxGroupCode", "Sales tax group", "Sales tax groups", Codes.TaxGroups);
        entry.Code("PaymentTermsName", "Terms of payment", "Terms of payment", Codes.PaymentTerms);
        entry.Code("PriceCustomerGroupCode", "Price group", "Price/discount groups", Codes.PriceGroups);
        entry.Related("CustomerPaymentMethodName", "Method of payment", Tables.PaymentMethods, "Methods of payment");
        entry.Related("DeliveryModeCode", "Mode of delivery", Tables.DeliveryModes, "Modes of delivery");
        Storage.Check(entry, "DefaultShippingSiteId", "DefaultShippingWarehouseId");
        Countries.Check(entry, "DeliveryAddress");
        var currency = row.Text("CurrencyCode");
        row.Set("TotalDiscountAmount", Codes.Round(row.Number("TotalDiscountAmount"), currency));
    }

    // An address that is the order's own is taken as it was sent; another one is the customer's, whatever was sent.
    private static void Deliver(Row row, Row customer)
    {
        if (row.Is("IsDeliveryAddressOrderSpecific"))
        {
            return;
        }

        foreach (var part in Address)
        {
            row.Set($"DeliveryAddress{part}", null);
        }

        row.Set("DeliveryAddressName", customer.Text("_Name")).Set("DeliveryAddressStreet", customer.Text("AddressStreet")).Set("DeliveryAddressCity", customer.Text("AddressCity"))
            .Set("DeliveryAddressStateId", customer.Text("AddressState")).Set("DeliveryAddressZipCode", customer.Text("AddressZipCode"))
            .Set("DeliveryAddressCountryRegionId", customer.Text("AddressCountryRegionId")).Set("DeliveryAddressCountryRegionISOCode", customer.Text("AddressCountryRegionISOCode"));
    }

    private static DateTimeOffset Seconds(DateTimeOffset now) => new(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
