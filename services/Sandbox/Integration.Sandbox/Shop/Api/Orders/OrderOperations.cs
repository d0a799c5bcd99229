using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Orders;

/// <summary>Reading orders, carts and what belongs to them. Nothing here writes: the API of 5.5 cannot.</summary>
internal static class OrderOperations
{
    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        new("GET", "orders", "Order", (shop, call) => new OrderList(shop, call).Answer()),
        new("GET", "orders/by_number/{orderNumber}", "Order", (shop, call) => ByNumber(shop, call.Values["orderNumber"])),
        new("GET", "orders/{id}", "Order", (shop, call) => ApiAnswer.Ok(new OrderView(shop).Order(Find(shop, call, "order")))),
        new("GET", "carts", "Cart", (shop, call) => ApiAnswer.List(call, shop.Rows.All("cart"), new OrderView(shop).Cart)),
        new("GET", "carts/{id}", "Cart", (shop, call) => ApiAnswer.Ok(new OrderView(shop).Cart(Find(shop, call, "cart")))),
        .. Parts("orders", "order"),
        .. Parts("carts", "cart"),
    ];

    private static IEnumerable<ApiRoute> Parts(string path, string entity) =>
    [
        new("GET", path + "/{id}/payment_transactions", "Transaction", (shop, call) =>
            ApiAnswer.List(call, Sorted(call, shop.Rows.Owned("payment-transaction", OwnerId(shop, call, entity))), new TransactionView(shop).Of)),
        new("GET", path + "/{id}/history", "OrderHistoryEvents", (shop, call) =>
            ApiAnswer.List(call, shop.Rows.Owned("orderhistoryevents", OwnerId(shop, call, entity)), HistoryView.Of)),
        new("GET", path + "/{id}/details", "OrderDetail", (shop, call) =>
            ApiAnswer.List(call, [.. Find(shop, call, entity).Rows("details").Select(row => row!.AsObject())], DetailView)),
    ];

    // A cart is an order that was not placed yet: one table, so its id answers among the orders too.
    private static JsonObject Find(ShopUnit shop, ApiCall call, string entity) =>
        shop.Rows.Find(entity, call.Id()) ?? (entity == "order" ? shop.Rows.Find("cart", call.Id()) : null) ?? throw ApiProblemException.NotFound();

    private static string OwnerId(ShopUnit shop, ApiCall call, string entity) => Find(shop, call, entity).Text("order_id");

    private static ApiAnswer ByNumber(ShopUnit shop, string number) =>
        shop.Rows.By("order", number).FirstOrDefault(order => order.Text("orderNumber") == number) is { } order
            ? ApiAnswer.Ok(new OrderView(shop).Order(order))
            : throw ApiProblemException.NotFound();

    private static List<JsonObject> Sorted(ApiCall call, IReadOnlyCollection<JsonObject> transactions) =>
        Ordering.Of(call, "date") is [var (_, descending), ..]
            ? [.. descending ? transactions.OrderByDescending(row => row.Long("date")) : transactions.OrderBy(row => row.Long("date"))]
            : [.. transactions];

    private static JsonObject DetailView(JsonObject detail) => new()
    {
        ["id"] = detail.Long("id"),
        ["name"] = detail.Text("name"),
        ["value"] = detail.Text("value"),
    };
}
