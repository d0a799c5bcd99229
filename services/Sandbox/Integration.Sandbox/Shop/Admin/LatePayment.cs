using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Checkout;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Admin;

/// <summary>
/// A customer who pays later: <c>return</c> brings a cart back from the provider, <c>retry</c> pays for a declined
/// order, whose row vanishes while a new order gets its transactions.
/// </summary>
internal sealed class LatePayment(ShopUnit shop)
{
    public bool Resume(string id, string action)
    {
        if (action == "return")
        {
            return shop.Rows.Find("cart", id) is { } cart && Place(cart, fresh: false);
        }

        return shop.Rows.Find("order", id) is { } order && order["orderNumber"] is null && Place(order, fresh: true);
    }

    private bool Place(JsonObject row, bool fresh)
    {
        var oldId = row.Text("order_id");
        var order = row.DeepClone().AsObject();
        shop.Rows.Unit.Remove("cart", oldId);
        shop.Rows.Unit.Remove("order", oldId);
        if (fresh)
        {
            order["order_id"] = 0;
        }

        order["date"] = shop.Now;
        order["lastRenewDate"] = shop.Now;
        order = shop.Rows.Insert("order", order);
        foreach (var link in shop.Rows.Schema["order"].Links.Where(link => link.Kind == Schema.LinkKind.Many))
        {
            Take(link.Entity, oldId, order);
        }

        Pay(order);
        PlaceOrder.Settle(shop, order, PaymentOutcome.Paid);
        shop.Rows.Save("order", order);
        new PlaceOrder(shop).Finish(order, new CheckoutRequest
        {
            Customer = new CheckoutCustomer { Email = order.Text("@email"), Guest = order.Flag("@guest") },
        });
        return true;
    }

    private void Take(string entity, string oldId, JsonObject order)
    {
        var owner = shop.Rows.Schema[entity].Owner!;
        foreach (var child in shop.Rows.Owned(entity, oldId))
        {
            child[owner] = order["order_id"]?.DeepClone();
            shop.Rows.Save(entity, child);
        }
    }

    private void Pay(JsonObject order)
    {
        var last = shop.Rows.Owned("payment-transaction", order.Text("order_id")).Last();
        if (last.Text("status") == "F" && shop.Rows.Linked(last, "payment_method", "payment-method") is { } method)
        {
            new OrderParts(shop, order).AddTransaction(method, PaymentOutcome.Paid, last.Amount("value"), poNumber: null);
            return;
        }

        last["status"] = "S";
        shop.Rows.Save("payment-transaction", last);
    }
}
