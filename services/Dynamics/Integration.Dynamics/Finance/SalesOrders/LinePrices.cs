using System.Text.Json.Nodes;
using Integration.Contracts.Amounts;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>
/// Makes every line come out at the amount that the shop charged. F&amp;O reckons a line as quantity × price ÷ price unit (<c>SalesPriceQuantity</c>), so an amount that no unit price
/// gives (10.00 for 3 pieces) is written as the price of the whole quantity. The mapped document says the wanted amount as <c>LineAmount</c>, which itself is not sent: it is reckoned.
/// </summary>
internal static class LinePrices
{
    /// <summary>Rewrites a line that carries a <c>LineAmount</c>; others stay as mapped.</summary>
    public static void Apply(JsonObject line, string currency, int priceDecimals)
    {
        if (line.Number("LineAmount") is not { } wanted) return;
        line.Remove("LineAmount");
        if (line.Number("OrderedSalesQuantity") is not { } quantity || quantity == 0) return;
        var price = Math.Round(wanted / quantity, priceDecimals, MidpointRounding.AwayFromZero);
        var isExact = Currencies.Round(price * quantity, currency) == wanted;
        line["SalesPrice"] = isExact ? price : wanted * Math.Sign(quantity);
        line["SalesPriceQuantity"] = isExact ? 1m : Math.Abs(quantity);
        foreach (var discount in (string[])["LineDiscountAmount", "LineDiscountPercentage", "MultilineDiscountAmount", "MultilineDiscountPercentage"]) line[discount] = 0m;
    }

    /// <summary>What F&amp;O makes of a line's quantity, price and price unit, rounded to the currency.</summary>
    public static decimal AmountOf(JsonObject line, string currency)
    {
        var unit = line.Number("SalesPriceQuantity") is { } given && given != 0 ? given : 1;
        return Currencies.Round((line.Number("OrderedSalesQuantity") ?? 0) * (line.Number("SalesPrice") ?? 0) / unit, currency);
    }
}
