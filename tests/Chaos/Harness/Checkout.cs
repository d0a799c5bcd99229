using System.Net;
using System.Text.Json.Nodes;

namespace Integration.Tests.Chaos.Harness;

/// <summary>Baskets that are all in order, so that nothing but the fault under test can keep one from the ERP.</summary>
internal static class Checkout
{
    private static readonly string[] Skus = ["MUG-02", "MUG-02", "PEN-10", "PEN-10", "NOTE-A5", "CABLE-USB-C"];

    /// <summary>A paid order; every third by a new registered customer, the others by guests.</summary>
    public static JsonObject Good(string run, int index) => new()
    {
        ["customer"] = new JsonObject { ["email"] = $"buyer{index}@{run}.chaos.example", ["guest"] = index % 3 != 0 },
        ["billing"] = new JsonObject
        {
            ["firstname"] = "Ada",
            ["lastname"] = "Lovelace",
            ["street"] = "12 Analytical Way",
            ["city"] = "New York",
            ["state"] = "NY",
            ["zipcode"] = "10001",
            ["country"] = "US",
            ["phone"] = "+1 212 555 0101",
        },
        ["lines"] = new JsonArray(Line(Skus[index % Skus.Length], 1 + (index % 3)), Line(Skus[(index + 1) % Skus.Length], 1)),
        ["shippingMethod"] = "Courier",
        ["paymentMethod"] = "Stripe",
        ["payment"] = "Paid",
        ["notes"] = "",
    };

    /// <summary>Places it, and tells its id and number; null when the shop has too little.</summary>
    public static async Task<(string Id, string Number)?> BuyAsync(this StandIn shop, JsonObject checkout, CancellationToken ct)
    {
        try
        {
            var placed = (await shop.PostAsync("checkout", checkout, ct))!;
            return (placed["orderId"]!.ToString(), placed["orderNumber"]!.ToString());
        }
        catch (HttpRequestException refused) when (refused.StatusCode == HttpStatusCode.Conflict)
        {
            return null;
        }
    }

    public static JsonObject With(this JsonObject checkout, string name, JsonNode value)
    {
        checkout[name] = value;
        return checkout;
    }

    public static JsonObject Line(string sku, int quantity) => new() { ["sku"] = sku, ["quantity"] = quantity };
}
