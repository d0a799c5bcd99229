using System.Text.Json.Nodes;
using Integration.Contracts.Amounts;

namespace Integration.Acumatica.SalesOrders;

/// <summary>
/// Makes every line come out at the amount that the shop charged. Acumatica keeps unit prices with the company's own number of
/// decimals, so 10.00 for 3 pieces has no unit price: such a line gets the next higher price (3.34) and the rest as a manual line
/// discount (0.02). The mapped document says the wanted amount as <c>ExtendedPrice</c>, which itself is not sent: it is computed.
/// </summary>
internal static class RepresentablePrices
{
    /// <summary>Rewrites the lines that carry an <c>ExtendedPrice</c>; others stay as mapped.</summary>
    public static void Apply(JsonObject document, int priceDecimals)
    {
        var currency = OrderAmounts.Text(document, "CurrencyID");
        foreach (var line in OrderAmounts.Rows(document, "Details"))
        {
            if (OrderAmounts.Number(line, "ExtendedPrice") is not { } wanted) continue;
            line.Remove("ExtendedPrice");
            if (OrderAmounts.Number(line, "OrderQty") is not { } quantity || quantity == 0) continue;
            var price = Math.Round(wanted / quantity, priceDecimals, MidpointRounding.ToPositiveInfinity);
            line["UnitPrice"] = price;
            line["ManualPrice"] = true;
            var discount = Currencies.Round(price * quantity, currency) - wanted;
            line.Remove("DiscountAmount");
            if (discount == 0) continue;
            line["ManualDiscount"] = true;
            line["DiscountAmount"] = discount;
        }
    }
}
