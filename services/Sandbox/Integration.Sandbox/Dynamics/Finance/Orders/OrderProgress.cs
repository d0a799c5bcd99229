using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.Finance.Orders;

/// <summary>Amounts and status of an order as they follow from its lines.</summary>
internal static class OrderProgress
{
    /// <summary>What the lines come to.</summary>
    public const string LineTotal = "_LineTotal";

    /// <summary>The total discount in percent as an amount.</summary>
    public const string PercentDiscount = "_PercentDiscount";

    /// <summary>What the order comes to, also where the header does not show it.</summary>
    public const string Total = "_Total";

    /// <summary>Amount of a line: quantity times price less the discount of each, less the discounts in percent.</summary>
    public static decimal Amount(Row line)
    {
        var price = line.Number("SalesPrice") - line.Number("LineDiscountAmount") - line.Number("MultilineDiscountAmount");
        var whole = line.Number("OrderedSalesQuantity") * price / line.Number("SalesPriceQuantity") + line.Number("FixedPriceCharges");
        var discounted = whole * (1 - line.Number("LineDiscountPercentage") / 100) * (1 - line.Number("MultilineDiscountPercentage") / 100);
        return Codes.Round(discounted, line.Text("CurrencyCode"));
    }

    /// <summary>Works the header out again; its totals only where the environment does so.</summary>
    public static void Count(Save save, Row header, FinanceSettings settings)
    {
        var order = save.Edit(header);
        var lines = SalesOrderForm.Lines(save, order).Where(line => line.Text("SalesOrderLineStatus") != "Canceled").ToList();
        var currency = order.Text("CurrencyCode");
        var amount = lines.Sum(line => line.Number("LineAmount"));
        var percent = Codes.Round(amount * order.Number("TotalDiscountPercentage") / 100, currency);
        var discount = order.Number("TotalDiscountAmount") + percent;
        var tax = lines.Sum(line => Tax(line, currency));
        order.Set(LineTotal, amount).Set(PercentDiscount, percent).Set(Total, amount - discount + tax).Set("AreTotalsCalculated", settings.TotalsCalculated);
        if (settings.TotalsCalculated)
        {
            order.Set("OrderTotalDiscountAmount", discount).Set("OrderTotalTaxAmount", tax).Set("OrderTotalAmount", order.Number(Total));
        }
    }

    /// <summary>Sales tax of a line: none unless both of its groups are set and have a tax in common.</summary>
    public static decimal Tax(Row line, string currency) =>
        Codes.Round(line.Number("LineAmount") * Codes.TaxRate(line.Text("SalesTaxGroupCode"), line.Text("SalesTaxItemGroupCode")) / 100, currency);

    /// <summary>Sets the status of lines and header after something was delivered, invoiced or canceled.</summary>
    public static void Advance(Save save, Row header)
    {
        var order = save.Edit(header);
        var lines = SalesOrderForm.Lines(save, order).Select(save.Edit).ToList();
        foreach (var line in lines)
        {
            line.Set("SalesOrderLineStatus", Status(line));
        }

        var alive = lines.Where(line => line.Text("SalesOrderLineStatus") != "Canceled").ToList();
        var isDelivered = alive.TrueForAll(line => SalesLine.Open(line) == 0);
        var isInvoiced = isDelivered && alive.TrueForAll(line => line.Number(SalesLine.Invoiced) == line.Number(SalesLine.Delivered));
        var (some, billed) = (alive.Exists(line => line.Number(SalesLine.Delivered) != 0), alive.Exists(line => line.Number(SalesLine.Invoiced) != 0));
        var (status, processing) = (lines.Count > 0 && alive.Count == 0, isInvoiced, isDelivered, some, billed) switch
        {
            (true, _, _, _, _) => ("Canceled", "Canceled"),
            (_, true, _, true, _) => ("Invoiced", "Invoiced"),
            (_, _, true, true, true) => ("Delivered", "DeliveredPartiallyInvoiced"),
            (_, _, true, true, _) => ("Delivered", "Delivered"),
            (_, _, _, true, true) => ("Backorder", "PartiallyInvoiced"),
            (_, _, _, true, _) => ("Backorder", "PartiallyDelivered"),
            _ => ("Backorder", "Active"),
        };
        order.Set("SalesOrderStatus", status).Set("SalesOrderProcessingStatus", processing);
    }

    private static string Status(Row line)
    {
        if (SalesLine.Open(line) != 0)
        {
            return "Backorder";
        }

        return line.Number(SalesLine.Delivered) == 0 ? "Canceled" : line.Number(SalesLine.Invoiced) == line.Number(SalesLine.Delivered) ? "Invoiced" : "Delivered";
    }
}
