using System.Globalization;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Plain words for <c>pricingerrorcode</c> (options of the public Common Data Model). Sales takes an order that it cannot price and only marks it.</summary>
internal static class PricingErrors
{
    private static readonly Dictionary<int, string> Texts = new()
    {
        [1] = "one of its lines has an error", [2] = "it has no price list", [3] = "its price list is not active", [4] = "the quantity is missing", [5] = "the price is missing", [6] = "the product is missing",
        [7] = "the product is not active, or is none that can be sold", [10] = "the unit is missing",
        [11] = "the product is not on the price list with this unit", [14] = "the price list item has no price", [25] = "the price could not be worked out", [28] = "the discount is not valid",
        [29] = "the quantity is not one that may be sold", [34] = "the currency is not that of the price list", [35] = "a price is out of range", [36] = "an amount is too large for the base currency",
        [37] = "an amount is too small for the base currency",
    };

    /// <summary>What is wrong, in words.</summary>
    public static string Words(int code) => string.Create(CultureInfo.InvariantCulture, $"{Texts.GetValueOrDefault(code, "Sales does not say more")} (pricing error {code})");
}
