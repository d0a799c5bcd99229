using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Accounts;
using Integration.Sandbox.Shop.AddOn;
using Integration.Sandbox.Shop.Admin;
using Integration.Sandbox.Shop.Hints;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Control;

/// <summary>The whole shop at a glance, read from its own tables and not through the API under test.</summary>
internal static class StateView
{
    public static JsonObject Of(ShopUnit shop)
    {
        var stock = new JsonObject();
        foreach (var product in shop.Rows.All("product"))
        {
            stock[product.Text("sku")] = product.Long("amount");
        }

        foreach (var variant in shop.Rows.All("xc-productvariants-productvariant").Where(row => !row.Flag("defaultAmount")))
        {
            stock[variant.Text("sku")] = variant.Long("amount");
        }

        var addOn = AddOnSettings.Of(shop.Rows.Unit);
        return new JsonObject
        {
            ["store"] = shop.Options.StoreCode,
            ["currency"] = shop.Options.Currency,
            ["orders"] = new JsonArray([.. shop.Rows.All("order").Select(order => Order(shop, order))]),
            ["customers"] = new JsonArray([.. shop.Rows.All("profile").Where(IsAccount).Select(account => AccountPages.View(shop, account))]),
            ["carts"] = shop.Rows.Unit.Count("cart"),
            ["api"] = shop.Options.Api == ShopApi.Rest55 ? "5.5" : "5.4",
            ["addOn"] = new JsonObject { ["installed"] = addOn.Installed, ["atomicStock"] = addOn.AtomicStock },
            ["hintsWaiting"] = shop.Rows.Unit.Count(HintOutbox.Waiting),
            ["hintsFailed"] = new JsonArray([.. shop.Rows.Unit.All<Hint>(HintOutbox.Failed).OrderBy(hint => hint.Since).Select(Failed)]),
            ["stock"] = stock,
            ["products"] = ProductState.Of(shop),
        };
    }

    private static bool IsAccount(JsonObject profile) => profile["order"] is null && !profile.Flag("anonymous") && profile.Long("access_level") == 0;

    private static JsonObject Failed(Hint hint) => new()
    {
        ["id"] = hint.Id,
        ["attempts"] = hint.Attempts,
        ["hint"] = JsonNode.Parse(hint.Body),
    };

    private static JsonObject Order(ShopUnit shop, JsonObject order)
    {
        var id = order.Text("order_id");
        return new JsonObject
        {
            ["orderId"] = order.Long("order_id"),
            ["orderNumber"] = order["orderNumber"]?.DeepClone(),
            ["date"] = order.Long("date"),
            ["total"] = order["total"]?.DeepClone(),
            ["currency"] = shop.Rows.Linked(order, "currency", "currency")?.Text("code"),
            ["paymentStatus"] = OrderStatus.PaymentCode(shop, order),
            ["shippingStatus"] = OrderStatus.ShippingCode(shop, order),
            ["stockStatus"] = order.Text("stockStatus"),
            ["payments"] = PaymentState.Of(shop, id),
            ["email"] = shop.Rows.Linked(order, "profile", "profile")?.Text("login"),
            ["lines"] = new JsonArray([.. shop.Rows.Owned("orderitem", id).Select(item => new JsonObject
            {
                ["sku"] = item.Text("sku"),
                ["quantity"] = item.Long("amount"),
            })]),
            ["trackingNumbers"] = new JsonArray(
                [.. shop.Rows.Owned("ordertrackingnumber", id).Select(row => JsonValue.Create(row.Text("value")))]),
            ["adminNotes"] = order.Text("adminNotes"),
            ["returns"] = GoodsBack.Noted(order) + (OrderStatus.ShippingCode(shop, order) == "R" ? 1 : 0),
        };
    }
}
