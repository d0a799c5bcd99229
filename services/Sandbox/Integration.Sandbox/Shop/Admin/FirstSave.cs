using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Checkout;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Admin;

/// <summary>
/// Saving the admin order form rewrites parts of the order that nobody touched; the totals stay. Observed on
/// X-Cart 5.4.1.5.
/// </summary>
internal static class FirstSave
{
    public static void Rewrite(ShopUnit shop, JsonObject order)
    {
        var id = order.Text("order_id");
        foreach (var item in shop.Rows.Owned("orderitem", id))
        {
            item["price"] = item["itemNetPrice"]?.DeepClone();
            item["discountedSubtotal"] = item["subtotal"]?.DeepClone();
            shop.Rows.Save("orderitem", item);
        }

        var surcharges = shop.Rows.Owned("order-surcharge", id);
        foreach (var tax in surcharges.Where(surcharge => surcharge.Text("type") == "tax"))
        {
            tax["value"] = RowValues.Number(OrderArithmetic.Round(tax.Amount("value"), Decimals(shop, order)));
            shop.Rows.Save("order-surcharge", tax);
        }

        if (!surcharges.Any(surcharge => surcharge.Text("code") == "DCOUPON"))
        {
            new OrderParts(shop, order).AddSurcharge(new Surcharge("discount", "DCOUPON", 0));
        }

        if (order.Text("payment_method_name").Length == 0)
        {
            order["payment_method_name"] = shop.Rows.Owned("payment-transaction", id).LastOrDefault()?.Text("method_local_name") ?? "";
        }

        order["recent"] = false;
    }

    public static int Decimals(ShopUnit shop, JsonObject order) =>
        (int)(shop.Rows.Linked(order, "currency", "currency")?.Long("e") ?? 2);
}
