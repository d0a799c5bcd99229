using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Checkout;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Admin;

/// <summary>What the shop's staff does to an order, with the side effects of each action in the real admin area.</summary>
internal sealed class AdminActions(ShopUnit shop)
{
    private const string Author = "admin@example.com";

    /// <returns>False when there is no such order or action.</returns>
    /// <exception cref="CheckoutRefusedException">The action does not fit the order.</exception>
    public bool Do(string id, string action, AdminRequest request)
    {
        if (action is "return" or "retry")
        {
            return new LatePayment(shop).Resume(id, action);
        }

        if (shop.Rows.Find("order", id) is not { } order)
        {
            return false;
        }

        var before = order.DeepClone().AsObject();
        switch (action)
        {
            case "pay":
                return Save(before, order, () => OrderStatus.SetPayment(shop, order, "P"));
            case "cancel":
                return Save(before, order, () => OrderStatus.SetPayment(shop, order, "C"));
            case "decline":
                return Save(before, order, () => OrderStatus.SetPayment(shop, order, "D"));
            case "reopen":
                return Save(before, order, () => OrderStatus.SetPayment(shop, order, "Q"));
            case "status":
                return Save(before, order, () => SetStatuses(order, request));
            case "ship":
                return Save(before, order, () =>
                {
                    Track(order, request);
                    OrderStatus.SetShipping(shop, order, "S");
                });
            case "track":
                return Save(before, order, () =>
                {
                    Track(order, request);
                    Note(order, "ORDER EDITED", "Order has been edited");
                });
            case "note":
                return Save(before, order, () =>
                {
                    order["adminNotes"] = request.Note ?? "";
                    Note(order, "CHANGE NOTES ORDER", "Order staff notes changed");
                });
            case "save":
                return Save(before, order, () => { });
            case "edit":
                return Save(before, order, () => new OrderEdit(shop, order).Apply(request));
            case "take-back":
                return Save(before, order, () => new GoodsBack(shop, order).Take(request));
            case "refund":
                return Settle(before, order, () => new ProviderActions(shop, order).Refund(request.Amount));
            case "capture":
                return Settle(before, order, new ProviderActions(shop, order).Capture);
            case "void":
                return Settle(before, order, new ProviderActions(shop, order).Void);
            case "delete":
                return shop.Rows.Delete("order", id);
            default:
                return false;
        }
    }

    // The order form rewrites more than was changed, the first time it is saved.
    private bool Save(JsonObject before, JsonObject order, Action change)
    {
        FirstSave.Rewrite(shop, order);
        change();
        OrderStatus.Changed(shop, before, order, Author);
        shop.SaveChangedOrder(order);
        return true;
    }

    // Provider actions stand beside the form: the row moves only when the payment status does.
    private bool Settle(JsonObject before, JsonObject order, Action act)
    {
        act();
        if (before.Text("paymentStatus") == order.Text("paymentStatus"))
        {
            return true;
        }

        order["recent"] = false;
        OrderStatus.Changed(shop, before, order, Author);
        shop.SaveChangedOrder(order);
        return true;
    }

    private void SetStatuses(JsonObject order, AdminRequest request)
    {
        if (request.Payment is { } payment)
        {
            OrderStatus.SetPayment(shop, order, payment);
        }

        if (request.Shipping is { } shipping)
        {
            OrderStatus.SetShipping(shop, order, shipping);
        }
    }

    private void Track(JsonObject order, AdminRequest request)
    {
        foreach (var number in request.TrackingNumbers)
        {
            shop.Rows.Insert("ordertrackingnumber", new JsonObject
            {
                ["order"] = order["order_id"]?.DeepClone(),
                ["value"] = number,
                ["creationDate"] = shop.Now,
            });
        }
    }

    private void Note(JsonObject order, string code, string text) => OrderHistory.Add(shop, order, code, text, author: Author);
}
