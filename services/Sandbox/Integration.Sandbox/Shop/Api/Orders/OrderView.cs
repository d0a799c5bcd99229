using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api.Customers;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Orders;

/// <summary>Orders and carts as the 5.5 API shows them, with what the add-ons Coupons, USPS and ProductVariants put in.</summary>
internal sealed class OrderView(ShopUnit shop)
{
    public JsonObject Order(JsonObject order)
    {
        var view = Cart(order);
        view["order_number"] = order.Text("orderNumber");
        return view;
    }

    public JsonObject Cart(JsonObject order)
    {
        var rows = shop.Rows;
        var id = order.Text("order_id");
        var own = rows.Linked(order, "profile", "profile");
        var addresses = own is null ? [] : rows.Owned("address", own.Text("profile_id"));
        var shipped = !order.Flag("@unshippable");
        return new JsonObject
        {
            ["id"] = order.Long("order_id"),
            ["total"] = order.Float("total"),
            ["sub_total"] = order.Float("subtotal"),
            ["email"] = own?.Text("login") ?? "",
            ["items"] = rows.Owned("orderitem", id).Views(item => Item(order, item)),
            ["billing_address"] = Address(addresses, "is_billing"),
            ["shipping_address"] = shipped ? Address(addresses, "is_shipping") : null,
            ["create_date"] = order.Date("date"),
            ["update_date"] = order.Date("lastRenewDate"),
            ["payment_status"] = StatusView.Of(rows.Linked(order, "paymentStatus", StatusView.Payment)),
            ["shipping_status"] = StatusView.Of(rows.Linked(order, "shippingStatus", StatusView.Shipping)),
            ["customer_id"] = order.IdOrNull("orig_profile"),
            ["order_profile_id"] = order.IdOrNull("profile"),
            ["shipping_id"] = order.IdOrNull("shipping_id"),
            ["shipping_method_name"] = shipped ? order.Text("shipping_method_name") : null,
            ["notes"] = order.Text("notes"),
            ["admin_notes"] = order.Text("adminNotes"),
            ["currency"] = rows.Linked(order, "currency", "currency")?.Text("code"),
            ["stock_status"] = order.Text("stockStatus"),
            ["surcharges"] = rows.Owned("order-surcharge", id).Views(Surcharge),
            ["tracking_numbers"] = rows.Owned("ordertrackingnumber", id).Views(Tracking),
            ["used_coupons"] = order.Rows("usedCoupons").Select(coupon => coupon!.AsObject()).Views(Coupon),
            ["usps_shipments"] = new JsonArray(),
        };
    }

    private static JsonObject? Address(IEnumerable<JsonObject> addresses, string use) =>
        addresses.FirstOrDefault(address => address.Flag(use)) is { } found ? AddressView.Of(found) : null;

    // What the customer chose (options, texts) is not in the item: 5.5.0.29 does not send it.
    private JsonObject Item(JsonObject order, JsonObject item) => new()
    {
        ["id"] = item.Long("item_id"),
        ["product_id"] = shop.Rows.Linked(item, "object", "product")?.Long("product_id") ?? 0,
        ["sku"] = item.Text("sku"),
        ["update_date"] = order.Date("date"),
        ["name"] = item.Text("name"),
        ["price"] = item.Float("price"),
        ["item_net_price"] = item.Float("itemNetPrice"),
        ["discounted_subtotal"] = item.Float("discountedSubtotal"),
        ["amount"] = item.Long("amount"),
        ["backordered_amount"] = item.Long("backorderedAmount"),
        ["surcharges"] = new JsonArray(),
        ["variant"] = item.IdOrNull("variant"),
    };

    private static JsonObject Surcharge(JsonObject surcharge) => new()
    {
        ["id"] = surcharge.Long("id"),
        ["type"] = surcharge.Text("type"),
        ["code"] = surcharge.Text("code"),
        ["class"] = surcharge.Text("class"),
        ["include"] = surcharge.Flag("include"),
        ["available"] = surcharge.Flag("available"),
        ["value"] = surcharge.Float("value"),
        ["name"] = surcharge.Text("name"),
        ["weight"] = surcharge.Long("weight"),
    };

    private static JsonObject Tracking(JsonObject number) => new()
    {
        ["id"] = number.Long("tracking_id"),
        ["date"] = number.Date("creationDate"),
        ["value"] = number.Text("value"),
    };

    private JsonObject Coupon(JsonObject used) => new()
    {
        ["id"] = used.Long("id"),
        ["code"] = used.Text("code"),
        ["value"] = used.Float("value"),
        ["type"] = used.Text("type"),
        ["coupon_id"] = shop.Rows.By("cdev-coupons-coupon", used.Text("code")).FirstOrDefault()?.Long("id"),
    };
}
