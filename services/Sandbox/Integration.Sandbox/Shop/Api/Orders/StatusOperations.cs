using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Orders;

/// <summary>
/// The two statuses of an order, which are all that 5.5 can write of it. An unknown order and an unknown code are both
/// 400. A change has the shop's own consequences: history, mails, stock.
/// </summary>
internal static class StatusOperations
{
    private const int LongestCode = 4;

    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        .. Axis("payment_status", "Payment", "paymentStatus", StatusView.Payment, OrderStatus.SetPayment),
        .. Axis("shipping_status", "Shipping", "shippingStatus", StatusView.Shipping, OrderStatus.SetShipping),
    ];

    private static IEnumerable<ApiRoute> Axis(
        string path, string resource, string link, string entity, Action<ShopUnit, JsonObject, string> set) =>
    [
        new("GET", "orders/{id}/" + path, resource, (shop, call) => Show(shop, Find(shop, call), link, entity)),
        new("PUT", "orders/{id}/" + path, resource, (shop, call) =>
        {
            var order = Find(shop, call);
            var code = Code(call);
            if (shop.Rows.By(entity, code).FirstOrDefault() is not { } status)
            {
                throw ApiProblemException.BadRequest($"Status code '{code}' is invalid");
            }

            if (order.Text(link) != status.Text("id"))
            {
                var before = order.DeepClone().AsObject();
                set(shop, order, status.Text("code"));
                OrderStatus.Changed(shop, before, order, OrderHistory.RestApi);
                shop.SaveChangedOrder(order);
            }

            return Show(shop, order, link, entity);
        }),
    ];

    private static JsonObject Find(ShopUnit shop, ApiCall call) =>
        shop.Rows.Find("order", call.Id()) ?? throw ApiProblemException.BadRequest($"Order with ID {call.Values["id"]} not found");

    private static string Code(ApiCall call)
    {
        var code = call.Body["code"] switch
        {
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            null when !call.Body.ContainsKey("code") => "",
            var other => throw ApiProblemException.BadRequest(
                $"The type of the \"code\" attribute must be \"string\", \"{PhpTypes.Name(other)}\" given."),
        };
        return code.Length switch
        {
            0 => throw ApiProblemException.BadRequest("code: This value should not be blank."),
            > LongestCode => throw ApiProblemException.BadRequest(
                $"code: This value is too long. It should have {LongestCode} characters or less."),
            _ => code,
        };
    }

    private static ApiAnswer Show(ShopUnit shop, JsonObject order, string link, string entity) =>
        ApiAnswer.Ok(StatusView.Of(shop.Rows.Linked(order, link, entity)) ?? throw ApiProblemException.NotFound());
}
