using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Orders;

/// <summary>Writes an order's history, with the codes and texts of X-Cart 5.4.</summary>
internal static class OrderHistory
{
    /// <summary>Author of what comes over REST.</summary>
    public const string RestApi = "REST API";

    public static void Add(
        ShopUnit shop, JsonObject order, string code, string description, JsonNode? data = null, string? author = null, string comment = "") =>
        shop.Rows.Insert("orderhistoryevents", new JsonObject
        {
            ["date"] = shop.Now,
            ["code"] = code,
            ["description"] = description,
            ["data"] = data ?? new JsonArray(),
            ["comment"] = comment,
            ["authorName"] = author,
            ["authorIp"] = author is null ? "" : "127.0.0.1",
            ["order"] = order["order_id"]?.DeepClone(),
        });

    /// <summary>X-Cart mails the administrator and the customer; whether that worked is all the history says.</summary>
    public static void Mail(ShopUnit shop, JsonObject order, string? author, bool customerOnly = false)
    {
        var fails = shop.Races.Current.MailFails;
        foreach (var to in customerOnly ? (ReadOnlySpan<string>)["customer"] : ["admin", "customer"])
        {
            Add(
                shop,
                order,
                $"EMAIL {to.ToUpperInvariant()} {(fails ? "FAILED" : "SENT")}",
                fails ? $"Failure sending email to the {to}" : $"Email sent to the {to}",
                new JsonObject { ["orderId"] = order["order_id"]?.DeepClone() },
                author);
        }
    }
}
