using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>Works out the totals of a sales order; totals that were sent are never read.</summary>
internal static class OrderTotals
{
    public static void Work(Save save, Row order, int digits)
    {
        var totals = order.Link("Totals");
        var goods = order.Lines("Details").Where(line => line.Text("LineType") != "Misc. Charge").Sum(line => line.Number("Amount"));
        var misc = order.Lines("Details").Where(line => line.Text("LineType") == "Misc. Charge").Sum(line => line.Number("Amount"));
        var discount = Discount(order, goods + misc, digits);
        var freight = Freight(save, order, totals, digits);
        var premium = Math.Round(totals.Number("PremiumFreight"), digits, MidpointRounding.AwayFromZero);
        var tax = OrderTaxes.Work(save, order, goods + misc - discount, digits);
        var total = goods + misc - discount + freight + premium + tax;
        totals.Set("LineTotalAmount", goods).Set("MiscTotalAmount", misc).Set("DiscountTotal", discount).Set("TaxTotal", tax)
            .Set("Freight", freight).Set("PremiumFreight", premium).Set("UnbilledAmount", total)
            .Set("UnbilledQty", order.Lines("Details").Sum(line => line.Number("OrderQty")));
        order.Set("OrderTotal", total).Set("TaxTotal", tax).Set("OrderedQty", order.Lines("Details").Sum(line => line.Number("OrderQty")));
        order.Link("ShippingSettings").Set("FreightPrice", freight).Set("PremiumFreight", premium).Set("OverrideFreightPrice", totals.Flag("OverrideFreightAmount"));
    }

    private static decimal Discount(Row order, decimal lines, int digits)
    {
        foreach (var discount in order.Lines("DiscountDetails"))
        {
            discount.Default("Type", discount.Has("ExternalDiscountCode") ? "External" : "Document");
            discount.Set("DiscountAmount", Math.Round(discount.Number("DiscountAmount"), digits, MidpointRounding.AwayFromZero));
        }

        var total = order.Lines("DiscountDetails").Where(discount => !discount.Flag("SkipDiscount")).Sum(discount => discount.Number("DiscountAmount"));
        if (total > lines)
        {
            order.Lines("DiscountDetails")[0].Fail("DiscountAmount", "The total amount of line and document discounts cannot exceed the Detail Total amount.");
        }

        return total;
    }

    private static decimal Freight(Save save, Row order, Row totals, int digits)
    {
        if (!totals.Flag("OverrideFreightAmount"))
        {
            return save.Find("ShipVia", order.Text("ShipVia"))?.Lines("FreightRates").FirstOrDefault()?.Number("Rate") ?? 0;
        }

        return Math.Round(totals.Number("Freight"), digits, MidpointRounding.AwayFromZero);
    }
}
