using System.Text.Json.Nodes;
using Integration.Contracts.Amounts;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>
/// Makes every line come out at the amount that is credited. Lines of returns have no price unit: an amount that no unit price gives (10.00 for 3 pieces) becomes two lines whose prices are
/// one smallest step apart. The mapped document says the amount as <c>LineAmount</c>, which itself is not sent: it is reckoned.
/// </summary>
internal static class ReturnPrices
{
    /// <summary>The lines as they are sent; one without a <c>LineAmount</c> stays as mapped.</summary>
    public static IEnumerable<JsonObject> Apply(JsonObject line, string currency, int priceDecimals)
    {
        if (line.Number("LineAmount") is not { } wanted || line.Number(StoredReturn.Quantity) is not { } quantity || quantity == 0) return [line];
        line.Remove("LineAmount");
        var price = Math.Round(wanted / quantity, priceDecimals, MidpointRounding.AwayFromZero);
        line["SalesPrice"] = price;
        return Currencies.Round(price * quantity, currency) == wanted || quantity != Math.Truncate(quantity) ? [line] : Split(line, wanted, quantity, Math.Min(priceDecimals, Currencies.MinorUnits(currency)));
    }

    /// <summary>What F&amp;O makes of a line's quantity and price, rounded to the currency: negative for what is credited.</summary>
    public static decimal AmountOf(JsonObject line, string currency) => Currencies.Round((line.Number(StoredReturn.Quantity) ?? 0) * (line.Number("SalesPrice") ?? 0), currency);

    // With less decimals than the currency has, no two prices give every amount: then the total tells.
    private static JsonObject[] Split(JsonObject line, decimal wanted, decimal quantity, int decimals)
    {
        var (step, pieces) = (new decimal(1, 0, 0, false, (byte)decimals), Math.Abs(quantity));
        var low = Math.Floor(Math.Abs(wanted) / pieces / step) * step;
        var dearer = Math.Truncate((Math.Abs(wanted) - (low * pieces)) / step);
        var sign = Math.Sign(wanted / quantity);
        return dearer == 0 ? [line] : [Part(line, pieces - dearer, sign * low), Part(line, dearer, sign * (low + step))];
    }

    private static JsonObject Part(JsonObject line, decimal pieces, decimal price)
    {
        var part = (JsonObject)line.DeepClone();
        (part[StoredReturn.Quantity], part["SalesPrice"]) = (-pieces, price);
        return part;
    }
}
