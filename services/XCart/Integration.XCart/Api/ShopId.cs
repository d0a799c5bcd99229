using System.Globalization;

namespace Integration.XCart.Api;

/// <summary>Ids of the shop's records.</summary>
internal static class ShopId
{
    /// <summary>What is said of an order id that is none.</summary>
    public const string NoOrderId = "An X-Cart order id is a positive whole number.";

    /// <summary>The id, or null when the text is not a positive whole number.</summary>
    public static long? Of(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;
}
