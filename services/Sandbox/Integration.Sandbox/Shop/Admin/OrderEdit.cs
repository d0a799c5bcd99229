using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Checkout;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Admin;

/// <summary>
/// Edits lines and shipping cost. Subtotal, coupon and total are calculated again; tax is not, and shipping only when
/// it was typed; the stock moves by the difference.
/// </summary>
internal sealed class OrderEdit(ShopUnit shop, JsonObject order)
{
    private readonly int _decimals = FirstSave.Decimals(shop, order);

    public void Apply(AdminRequest request)
    {
        foreach (var line in request.Lines)
        {
            var item = shop.Rows.Owned("orderitem", Id).FirstOrDefault(row => row.Text("sku") == line.Sku)
                ?? throw new CheckoutRefusedException($"The order has no line {line.Sku}.");
            Change(item, line);
        }

        Recalculate(request.ShippingCost);
        OrderHistory.Add(shop, order, "ORDER EDITED", "Order has been edited");
    }

    private string Id => order.Text("order_id");

    private void Change(JsonObject item, EditedLine line)
    {
        var quantity = line.Quantity ?? item.Long("amount");
        if (order.Text("stockStatus") == "reduced")
        {
            OrderStock.MoveItem(shop, order, item, item.Long("amount") - quantity);
        }

        if (quantity == 0)
        {
            shop.Rows.Delete("orderitem", item.Text("item_id"));
            return;
        }

        var price = line.Price ?? item.Amount("itemNetPrice");
        var subtotal = RowValues.Number(OrderArithmetic.Round(price * quantity, _decimals));
        item["price"] = RowValues.Number(price);
        item["itemNetPrice"] = RowValues.Number(price);
        item["amount"] = quantity;
        item["subtotal"] = subtotal;
        item["total"] = subtotal.DeepClone();
        item["discountedSubtotal"] = subtotal.DeepClone();
        shop.Rows.Save("orderitem", item);
    }

    private void Recalculate(decimal? shippingCost)
    {
        var subtotal = shop.Rows.Owned("orderitem", Id).Sum(item => item.Amount("subtotal"));
        var coupon = order.Rows("usedCoupons").FirstOrDefault()?.AsObject();
        var rows = shop.Rows.Owned("order-surcharge", Id);
        foreach (var row in rows)
        {
            if (row.Text("code") == "SHIPPING" && shippingCost is { } cost)
            {
                row["value"] = RowValues.Number(OrderArithmetic.Round(cost, _decimals));
            }
            else if (row.Text("code") == "DCOUPON" && coupon is not null && CouponPercent(coupon) is { } percent)
            {
                row["value"] = RowValues.Number(-OrderArithmetic.Round(subtotal * percent / 100, 4));
                coupon["value"] = RowValues.Number(-row.Amount("value"));
            }

            shop.Rows.Save("order-surcharge", row);
        }

        order["subtotal"] = RowValues.Number(subtotal);
        order["total"] = RowValues.Number(OrderArithmetic.Total(
            subtotal,
            rows.Select(row => new Surcharge(row.Text("type"), row.Text("code"), row.Amount("value"), row.Flag("include"), row.Flag("available"))),
            _decimals));
    }

    private decimal? CouponPercent(JsonObject used) =>
        used.Text("type") == "%" ? shop.Rows.By("cdev-coupons-coupon", used.Text("code")).FirstOrDefault()?.Amount("value") : null;
}
