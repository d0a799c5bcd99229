using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Orders;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>
/// Makes sales invoices of what was shipped. Tax and document discount go with the share of the lines, freight with
/// the first invoice; the last one takes what is left, so that the invoices add up to the order.
/// </summary>
internal static class Invoicing
{
    /// <summary>Invoices a confirmed shipment, or every confirmed shipment of a sales order.</summary>
    public static void Prepare(Save save, Row source)
    {
        if (source.Schema.Name == "Shipment")
        {
            if (source.Text("Status") != "Confirmed")
            {
                throw ErpFault.Disabled("Prepare Invoice");
            }

            foreach (var row in source.Lines("Orders"))
            {
                Create(save, save.Edit(save.Find("SalesOrder", row.Text("OrderType"), row.Text("OrderNbr"))!), [source]);
            }

            return;
        }

        var shipments = save.All("Shipment").Where(shipment => shipment.Text("Status") == "Confirmed"
            && shipment.Lines("Orders").Exists(row => IsOf(row, source) && !row.Has("InvoiceNbr"))).Select(save.Edit).ToList();
        var charges = source.Lines("Details").Exists(line => !OrderProgress.NeedsShipment(line)) && source.Lines("Shipments").Count == 0
            && source.Lines("Details").TrueForAll(line => !OrderProgress.NeedsShipment(line)) && source.Text("Status") == "Open";
        if (shipments.Count == 0 && !charges)
        {
            throw ErpFault.Disabled("Prepare Invoice");
        }

        if (shipments.Count == 0)
        {
            Create(save, source, shipments);
        }

        // Goods that came back are credited, goods that left are billed: two documents.
        foreach (var group in shipments.GroupBy(shipment => shipment.Text("Operation")))
        {
            Create(save, source, [.. group]);
        }
    }

    private static void Create(Save save, Row order, List<Row> shipments)
    {
        var type = OrderTypes.Invoice(order.Text("OrderType"), shipments.FirstOrDefault()?.Text("Operation") ?? "");
        var earlier = save.All("SalesInvoice").Where(invoice => invoice.Text("Type") == type && invoice.Lines("Details").Exists(line => IsOf(line, order))).ToList();
        var invoice = save.New("SalesInvoice").Set("Type", type).Set("ReferenceNbr", save.Next($"SalesInvoice.{type}", Prefix(type))).Set("Status", "Balanced").Set("Hold", false)
            .Set("CustomerID", order.Text("CustomerID")).Set("CustomerOrder", order.Text("CustomerOrder")).Set("ExternalRef", order.Text("ExternalRef"))
            .Set("Currency", order.Text("CurrencyID")).Set("Date", new DateTimeOffset(save.Now.Date, TimeSpan.Zero)).Set("Description", order.Text("Description"));
        foreach (var line in order.Lines("Details"))
        {
            Lines(invoice, order, line, shipments, earlier);
        }

        Sum(invoice, order, earlier);
        Parties(invoice, order);
        save.Insert(invoice);
        if (type == "Invoice")
        {
            Apply(save, invoice, order);
        }

        foreach (var shipment in shipments)
        {
            shipment.Lines("Orders").FindAll(row => IsOf(row, order)).ForEach(row => row.Set("InvoiceType", type).Set("InvoiceNbr", invoice.Text("ReferenceNbr")));
            shipment.Set("Status", "Invoiced");
        }

        if (shipments.Count == 0)
        {
            order.Set("Status", "Invoiced");
        }

        OrderProgress.Refresh(save, order);
    }

    private static string Prefix(string type) => type switch { "Credit Memo" => "CRM", "Cash Return" => "CSR", _ => "INV" };

    private static void Parties(Row invoice, Row order)
    {
        invoice.Set("DueDate", invoice.Instant("Date")!.Value.AddDays(30)).Set("TaxCalcMode", order.Text("TaxCalcMode")).Set("IsTaxValid", order.Flag("IsTaxValid"));
        invoice.Link("FinancialDetails").Set("Branch", order.Text("Branch")).Set("CustomerTaxZone", order.Link("FinancialSettings").Text("CustomerTaxZone"));
        foreach (var side in (string[])["BillTo", "ShipTo"])
        {
            invoice.Set($"{side}AddressOverride", true).Set($"{side}ContactOverride", true);
            foreach (var part in (string[])["Address", "Contact"])
            {
                var (to, from) = (invoice.Link(side + part), order.Link(side + part));
                foreach (var field in to.Schema.Fields.Where(field => from.Schema.Find(field.Name) is not null))
                {
                    to.Set(field.Name, from.Text(field.Name));
                }
            }
        }
    }

    private static void Lines(Row invoice, Row order, Row line, List<Row> shipments, List<Row> earlier)
    {
        var parts = OrderProgress.NeedsShipment(line)
            ? shipments.SelectMany(shipment => shipment.Lines("Details").Where(row => IsOf(row, order) && row.Whole("OrderLineNbr") == line.Whole("LineNbr"))
                .Select(row => (Shipment: shipment.Text("ShipmentNbr"), Quantity: row.Number("ShippedQty"))))
            : earlier.Count == 0 ? [(Shipment: "", Quantity: line.Number("OrderQty"))] : [];
        foreach (var (shipment, quantity) in parts)
        {
            var amount = line.Number("OrderQty") == 0 ? 0 : Math.Round(line.Number("Amount") * quantity / line.Number("OrderQty"), 2, MidpointRounding.AwayFromZero);
            invoice.Add("Details").Set("LineNbr", (long)invoice.Lines("Details").Count).Set("OrderType", order.Text("OrderType")).Set("OrderNbr", order.Text("OrderNbr"))
                .Set("OrderLineNbr", line.Whole("LineNbr")).Set("ShipmentNbr", shipment).Set("InventoryID", line.Text("InventoryID")).Set("Qty", quantity)
                .Set("UnitPrice", line.Number("UnitPrice")).Set("UOM", line.Text("UOM")).Set("Amount", amount).Set("ExternalRef", line.Text("ExternalRef"))
                .Set("TransactionDescr", line.Text("LineDescription")).Set("WarehouseID", line.Text("WarehouseID"));
        }
    }

    private static void Sum(Row invoice, Row order, List<Row> earlier)
    {
        var totals = order.Link("Totals");
        var all = totals.Number("LineTotalAmount") + totals.Number("MiscTotalAmount");
        var lines = invoice.Lines("Details").Sum(line => line.Number("Amount"));
        var isLast = lines + earlier.Sum(other => other.Number("DetailTotal")) >= all;
        decimal Share(decimal whole, string field) => isLast ? whole - earlier.Sum(other => other.Number(field))
            : all == 0 ? 0 : Math.Round(whole * lines / all, 2, MidpointRounding.AwayFromZero);
        var freight = earlier.Count == 0 ? totals.Number("Freight") + totals.Number("PremiumFreight") : 0;
        var tax = Share(order.Number("TaxTotal"), "TaxTotal");
        var discount = Share(totals.Number("DiscountTotal"), "DiscountTotal");
        if (tax != 0 && order.Lines("TaxDetails") is [var first, ..])
        {
            invoice.Add("TaxDetails").Set("TaxID", first.Text("TaxID")).Set("TaxAmount", tax).Set("TaxableAmount", lines - discount);
        }

        invoice.Set("DetailTotal", lines).Set("TaxTotal", tax).Set("DiscountTotal", discount).Set("FreightPrice", freight)
            .Set("Amount", lines - discount + freight + tax).Set("Balance", lines - discount + freight + tax).Set("PaymentTotal", 0m);
    }

    // What was applied to the order moves on to its invoice.
    private static void Apply(Save save, Row invoice, Row order)
    {
        foreach (var row in order.Lines("Payments").Where(row => row.Number("AppliedToOrder") > 0 && row.Text("DocType") != "Refund").ToList())
        {
            var payment = save.Edit(save.Find("Payment", row.Text("DocType"), row.Text("ReferenceNbr"))!);
            var amount = Math.Min(row.Number("AppliedToOrder"), invoice.Number("Balance"));
            var applied = payment.Lines("OrdersToApply").Find(kept => IsOf(kept, order));
            if (amount <= 0 || applied is null)
            {
                continue;
            }

            applied.Set("AppliedToOrder", applied.Number("AppliedToOrder") - amount);
            PaymentApplications.Remember(save, payment, payment, invoice, amount);
            PaymentApplications.ShowOnInvoice(save, payment, invoice, amount);
            PaymentScreen.Balance(payment);
            row.Set("TransferredtoInvoice", row.Number("TransferredtoInvoice") + amount);
            OrderPayments.Show(save, order, payment);
            invoice.Set("PaymentTotal", invoice.Number("PaymentTotal") + amount).Set("Balance", invoice.Number("Balance") - amount);
        }
    }

    private static bool IsOf(Row row, Row order) => row.Text("OrderNbr") == order.Text("OrderNbr") && row.Text("OrderType") == order.Text("OrderType");
}
