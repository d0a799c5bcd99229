using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Pricing;

/// <summary>Sales prices (AR202000) as an inquiry: parameters in, prices of the day out.</summary>
internal static class PriceInquiry
{
    public static void Fill(Tenant tenant, Row inquiry, DateTimeOffset now)
    {
        var day = inquiry.Instant("EffectiveAsOf") ?? new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var type = inquiry.Text("PriceType");
        var prices = tenant.All(InternalTables.SalesPrice, price => SalesPrices.IsInForce(price, day)
            && (type is "" or "All Prices" || price.Text("PriceType") == type) && Fits(inquiry, "PriceCode", price) && Fits(inquiry, "InventoryID", price)
            && (!inquiry.Has("ItemClassID") || Item(tenant, price)?.Text("ItemClass") == inquiry.Text("ItemClassID")));
        inquiry.Lines("SalesPriceDetails").AddRange(prices.Select(price => price.Clone()));
    }

    private static bool Fits(Row inquiry, string field, Row price) => !inquiry.Has(field) || inquiry.Text(field).Equals(price.Text(field), StringComparison.OrdinalIgnoreCase);

    private static Row? Item(Tenant tenant, Row price) => tenant.Find("StockItem", price.Text("InventoryID")) ?? tenant.Find("NonStockItem", price.Text("InventoryID"));
}
