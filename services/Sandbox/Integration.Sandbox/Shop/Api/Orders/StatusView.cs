using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Orders;

/// <summary>A payment or shipping status.</summary>
internal static class StatusView
{
    public const string Payment = "order-status-payment";
    public const string Shipping = "order-status-shipping";

    public static JsonObject? Of(JsonObject? status) => status is null ? null : new JsonObject
    {
        ["id"] = status.Long("id"),
        ["code"] = status.Text("code"),
        ["name"] = Translated(status, "name"),
        ["customer_name"] = Translated(status, "customerName"),
    };

    private static string Translated(JsonObject status, string name) => status.Rows("translations").FirstOrDefault()?.AsObject().Text(name) ?? "";
}
