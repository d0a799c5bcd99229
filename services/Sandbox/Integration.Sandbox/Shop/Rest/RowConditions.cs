using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;
using Integration.Sandbox.Shop.Schema;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>The conditions a list understands, per entity. True for every condition it does not know.</summary>
internal static class RowConditions
{
    public static bool Holds(ShopRows rows, EntitySchema entity, JsonObject row, string name, JsonNode? value)
    {
        var text = value is JsonValue ? RowValues.AsText(value) : "";
        return entity.Path switch
        {
            "order" => Order(rows, row, name, value, text),
            "product" => Product(row, name, text),
            "profile" => Profile(row, name, text),
            "cdev-coupons-coupon" when name == "code" => row.Text("code") == text,
            _ => true,
        };
    }

    private static bool Order(ShopRows rows, JsonObject order, string name, JsonNode? value, string text) => name switch
    {
        "orderNumber" => order.Text("orderNumber") == text,
        "orderId" => order.Text("order_id") == text,
        "date" when value is JsonObject range => Between(order.Long("date"), range),
        "paymentStatus" => Code(rows, order, "paymentStatus", "order-status-payment") == text,
        "shippingStatus" => Code(rows, order, "shippingStatus", "order-status-shipping") == text,
        "currency" => rows.Linked(order, "currency", "currency")?.Text("code") == text,
        "profileId" => order.Text("orig_profile") == text,
        "email" => rows.Linked(order, "profile", "profile")?.Text("login") == text,
        "shippingMethodName" => order.Text("shipping_method_name") == text,
        "paymentMethodName" => order.Text("payment_method_name") == text,
        "recent" => order.Flag("recent") == (text is "1" or "true"),
        "sku" => rows.Owned("orderitem", order.Text("order_id")).Any(item => item.Text("sku") == text),
        _ => true,
    };

    private static bool Product(JsonObject product, string name, string text) => name switch
    {
        "sku" => product.Text("sku") == text,
        "enabled" => product.Flag("enabled") == (text is "1" or "true"),
        "substring" => Contains(product.Text("sku"), text)
            || product.Rows("translations").Any(translation => Contains(translation!.AsObject().Text("name"), text)),
        "inventory" => text switch
        {
            "out" => product.Flag("inventoryEnabled") && product.Long("amount") <= 0,
            "in" => !product.Flag("inventoryEnabled") || product.Long("amount") > 0,
            "low" => product.Flag("inventoryEnabled") && product.Flag("lowLimitEnabled")
                && product.Long("amount") < product.Long("lowLimitAmount"),
            _ => true,
        },
        _ => true,
    };

    private static bool Profile(JsonObject profile, string name, string text) => name switch
    {
        "login" => profile.Text("login").Equals(text, StringComparison.OrdinalIgnoreCase),
        "profile_id" => profile.Text("profile_id") == text,
        "status" => profile.Text("status") == text,
        // C = a customer's own account: not the anonymous row of a guest, not an order's copy, not an administrator.
        "user_type" when text == "C" => !profile.Flag("anonymous") && profile["order"] is null && profile.Long("access_level") == 0,
        _ => true,
    };

    private static string? Code(ShopRows rows, JsonObject order, string link, string entity) =>
        rows.Linked(order, link, entity)?.Text("code");

    private static bool Between(long value, JsonObject range) =>
        (range.Text("0").Length == 0 || value >= range.Long("0")) && (range.Text("1").Length == 0 || value <= range.Long("1"));

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
