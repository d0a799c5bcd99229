using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Pricing;

/// <summary>Sales prices in force: by customer, by customer price class or for everyone, from a date on and from a quantity on.</summary>
internal static class SalesPrices
{
    public const string Customer = "Customer";
    public const string PriceClass = "Customer Price Class";
    public const string Base = "Base";

    /// <summary>True when the price holds on that day.</summary>
    public static bool IsInForce(Row price, DateTimeOffset day) =>
        price.Instant("EffectiveDate") is not { } from || (from <= day && (price.Instant("ExpirationDate") is not { } to || to >= day));

    /// <summary>The unit price for a line without a price of its own: the customer's, the price class's, the one for all; else null.</summary>
    public static decimal? For(Save save, Row order, Row line)
    {
        var customer = save.Find("Customer", order.Text("CustomerID"));
        var day = order.Instant("Date") ?? save.Now;
        var candidates = save.All(InternalTables.SalesPrice).Where(price => Same(price, "InventoryID", line) && Same(price, "UOM", line)
            && price.Text("CurrencyID") == order.Text("CurrencyID") && IsInForce(price, day) && price.Number("BreakQty") <= line.Number("OrderQty")).ToList();
        return Best(candidates, Customer, order.Text("CustomerID")) ?? Best(candidates, PriceClass, customer?.Text("PriceClassID") ?? "") ?? Best(candidates, Base, "");
    }

    private static decimal? Best(List<Row> prices, string type, string code) => prices
        .Where(price => price.Text("PriceType") == type && price.Text("PriceCode").Equals(code, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(price => price.Flag("Promotion")).ThenByDescending(price => price.Number("BreakQty")).ThenByDescending(price => price.Instant("EffectiveDate"))
        .Select(price => (decimal?)price.Number("Price")).FirstOrDefault();

    private static bool Same(Row price, string field, Row line) => price.Text(field).Equals(line.Text(field), StringComparison.OrdinalIgnoreCase);
}
