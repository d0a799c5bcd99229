using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Integration.Tests.Unit.XCart.Protocol;
using Integration.Tests.Unit.XCart.Recorded;

namespace Integration.Tests.Unit.XCart.Api55;

/// <summary>
/// Recorded orders of 5.4 as 5.5 would show them, by the fields and rules of its source (5.5.0.29): both versions have the same data model, and the
/// names and shapes are the ones of its output classes.
/// </summary>
internal sealed class Shown55(string name)
{
    // Long after all of them were placed.
    private const string Later = "Sun, 22 Nov 2026 03:20:00 +0000";

    private readonly JsonNode _stored = JsonNode.Parse(RecordedOrders.DefaultText(name))!;
    private readonly JsonNode _shown = JsonNode.Parse(RecordedOrders.ComplexText(name))!;

    public string Id => $"{_stored["order_id"]}";

    /// <summary>The order, changed as wished.</summary>
    public JsonObject Order(Action<JsonObject>? change = null)
    {
        var order = new JsonObject
        {
            ["id"] = Copy(_stored["order_id"]),
            ["order_number"] = Copy(_stored["orderNumber"]),
            ["total"] = Copy(_stored["total"]),
            ["sub_total"] = Copy(_stored["subtotal"]),
            ["currency"] = Copy(_stored["currency"]?["code"]),
            ["email"] = Copy(_stored["profile"]?["login"]),
            ["create_date"] = Moment(_stored["date"]),
            ["update_date"] = Moment(_stored["lastRenewDate"]),
            ["payment_status"] = Status(_stored["paymentStatus"]),
            ["shipping_status"] = Status(_stored["shippingStatus"]),
            ["customer_id"] = Copy(_stored["orig_profile"]?["profile_id"]) ?? Copy(_stored["profile"]?["profile_id"]),
            ["order_profile_id"] = Copy(_stored["profile"]?["profile_id"]),
            ["shipping_id"] = Copy(_stored["shipping_id"]),
            ["shipping_method_name"] = Copy(_stored["shipping_method_name"]),
            ["notes"] = Copy(_stored["notes"]),
            ["admin_notes"] = Copy(_stored["adminNotes"]),
            ["stock_status"] = Copy(_stored["stockStatus"]),
            ["billing_address"] = Address(_shown["billingInfo"]),
            ["shipping_address"] = Address(_shown["shippingInfo"] ?? _shown["billingInfo"]),
            ["items"] = Rows(_stored["items"], item => new JsonObject
            {
                ["id"] = Copy(item["item_id"]), ["sku"] = Copy(item["sku"]), ["name"] = Copy(item["name"]), ["amount"] = Copy(item["amount"]),
                ["price"] = Copy(item["price"]), ["item_net_price"] = Copy(item["itemNetPrice"]), ["discounted_subtotal"] = Copy(item["discountedSubtotal"]), ["surcharges"] = new JsonArray(),
            }),
            ["surcharges"] = Copy(_stored["surcharges"]),
            ["tracking_numbers"] = Rows(_stored["trackingNumbers"], number => new JsonObject { ["id"] = Copy(number["tracking_id"]), ["value"] = Copy(number["value"]) }),
            ["used_coupons"] = Copy(_stored["usedCoupons"]),
            ["field_of_an_add_on"] = new JsonObject { ["anything"] = true },
        };
        change?.Invoke(order);
        return order;
    }

    /// <summary>Answers the calls for this order; null for any other.</summary>
    public HttpResponseMessage? Answer(ScriptedShop.Asked asked, Action<JsonObject>? change = null)
    {
        var guest = _stored["orig_profile"]?["anonymous"]?.GetValue<bool>() ?? true;
        return asked.ApiPath switch
        {
            var path when path == $"orders/{Id}" => ScriptedShop.Json(Order(change).ToJsonString(), Later),
            var path when path == $"orders/{Id}/payment_transactions" => ScriptedShop.Json(Rows(_stored["payment_transactions"], Transaction).ToJsonString()),
            var path when path == $"orders/{Id}/details" => ScriptedShop.Json("[]"),
            var path when path.StartsWith("profiles/", StringComparison.Ordinal) =>
                ScriptedShop.Json($$"""{"id":1,"login":"a@example.com","first_login_date":null,"last_login_date":{{(guest ? "null" : "\"2026-11-20T10:00:00+0000\"")}}}"""),
            _ => null,
        };
    }

    /// <summary>A shop that has this order only.</summary>
    public ScriptedShop Shop(Action<JsonObject>? change = null) => new(asked => Answer(asked, change) ?? ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found"));

    private static JsonObject Transaction(JsonNode transaction) => new()
    {
        ["id"] = Copy(transaction["transaction_id"]),
        ["public_id"] = Copy(transaction["public_id"]),
        ["name"] = Copy(transaction["method_name"]),
        ["local_name"] = Copy(transaction["method_local_name"]),
        ["status"] = Copy(transaction["status"]),
        ["type"] = Copy(transaction["type"]),
        ["value"] = Copy(transaction["value"]),
    };

    private static JsonObject? Address(JsonNode? shown) => shown is null ? null : new JsonObject
    {
        ["title"] = "", ["firstname"] = Copy(shown["firstname"]), ["lastname"] = Copy(shown["lastname"]), ["phone"] = Copy(shown["phone"]), ["street"] = Copy(shown["address"]),
        ["city"] = Copy(shown["city"]), ["zipcode"] = Copy(shown["zipcode"]), ["country_code"] = Copy(shown["country"]),
        ["state"] = shown["country"]?.GetValue<string>() is "US" or "CA" ? 595 : null, ["state_name"] = StateName(shown["state"]?.GetValue<string>() ?? ""), ["custom_fields"] = new JsonArray(),
    };

    private static string StateName(string code) => code switch { "NY" => "New York", "CA" => "California", "ON" => "Ontario", _ => code };

    private static JsonObject? Status(JsonNode? status) =>
        status is JsonObject ? new JsonObject { ["id"] = Copy(status["id"]), ["code"] = Copy(status["code"]), ["name"] = "", ["customer_name"] = "" } : null;

    private static string Moment(JsonNode? seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds!.GetValue<long>()).ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);

    private static JsonArray Rows(JsonNode? rows, Func<JsonNode, JsonObject> view) => [.. (rows as JsonArray ?? []).Select(row => view(row!))];

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
