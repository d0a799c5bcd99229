using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Checkout;

/// <summary>
/// Places an order in the two steps in which the real shop's order becomes readable: first listed with its number but
/// half-made, then finished. See docs/sandbox.md, "Half-made orders".
/// </summary>
internal sealed class PlaceOrder(ShopUnit unit)
{
    /// <summary>Makes the cart and, unless the payment stops it, the order with its number.</summary>
    /// <exception cref="CheckoutRefusedException">The shop sends the customer back to the cart.</exception>
    public JsonObject Place(CheckoutRequest request)
    {
        var shop = request.PlacedAt is { } at ? unit with { Now = at.ToUnixTimeSeconds() } : unit;
        var cart = new Cart(shop);
        var items = request.Lines.Select(cart.Find).ToList();
        if (items.Count == 0)
        {
            throw new CheckoutRefusedException("The cart is empty.");
        }

        var currency = shop.Rows.By("currency", request.Currency ?? shop.Options.Currency).FirstOrDefault()
            ?? throw new CheckoutRefusedException($"The shop does not know the currency {request.Currency}.");
        var method = shop.Rows.All("payment-method").FirstOrDefault(row =>
                row.Text("service_name") == request.PaymentMethod || row.Text("@title") == request.PaymentMethod)
            ?? throw new CheckoutRefusedException($"The shop has no payment method {request.PaymentMethod}.");
        var shipping = items.Exists(item => !item.Product.Flag("@unshippable")) ? CartPricing.ShippingMethod(shop, request.ShippingMethod) : null;
        var priced = CartPricing.Price(shop, cart, request, items, currency, shipping);
        var outcome = priced.Total == 0 ? PaymentOutcome.Paid
            : request.Payment ?? (method.Text("type") == "C" ? PaymentOutcome.Paid : PaymentOutcome.Awaiting);
        var entity = outcome is PaymentOutcome.Away or PaymentOutcome.ApprovedAway or PaymentOutcome.Abandoned ? "cart" : "order";

        var profiles = new OrderProfiles(shop);
        var own = profiles.Own(request, anonymous: request.Customer.Guest || profiles.Account(request.Customer.Email) is null);
        var order = shop.Rows.Insert(entity, new JsonObject
        {
            ["shipping_id"] = shipping?.Long("method_id") ?? 0,
            ["shipping_method_name"] = shipping?.Text("@name") ?? "",
            ["date"] = shop.Now,
            ["lastRenewDate"] = shop.Now,
            ["notes"] = Cart.Plain(request.Notes),
            ["total"] = RowValues.Number(priced.Total + request.BreakTotalBy),
            ["subtotal"] = RowValues.Number(priced.Subtotal),
            ["profile"] = own["profile_id"]?.DeepClone(),
            ["currency"] = currency["currency_id"]?.DeepClone(),
            ["@unshippable"] = shipping is null,
            ["@email"] = request.Customer.Email,
            ["@guest"] = request.Customer.Guest,
        });
        own["order"] = order["order_id"]?.DeepClone();
        shop.Rows.Save("profile", own);
        var parts = new OrderParts(shop, order);
        for (var i = 0; i < items.Count; i++)
        {
            parts.AddItem(items[i], priced.Subtotals[i], priced.DiscountedSubtotals[i]);
        }

        foreach (var surcharge in priced.Surcharges)
        {
            parts.AddSurcharge(surcharge);
        }

        if (priced.Total > 0)
        {
            var left = Prepaid(shop, parts, "Gift card", request.GiftCard, priced.Total);
            left = Prepaid(shop, parts, "Store credit", request.StoreCredit, left);
            if (left > 0)
            {
                parts.AddTransaction(method, outcome, left, request.PoNumber);
            }
        }

        UseCoupon(shop, request, order, priced);
        Settle(shop, order, outcome);
        shop.Rows.Save(entity, order);
        return order;
    }

    /// <summary>The second step: stock, mails, and whom the order belongs to.</summary>
    public void Finish(JsonObject order, CheckoutRequest request)
    {
        if (order["orderNumber"] is null)
        {
            return;
        }

        var shop = request.PlacedAt is { } at ? unit with { Now = at.ToUnixTimeSeconds() } : unit;
        if (shop.KeepsStockAtomic || !shop.Races.TakeLostDecrement())
        {
            OrderStock.Move(shop, order, -1, author: null);
        }

        if (OrderStatus.PaymentCode(shop, order) == "P")
        {
            OrderStock.CountSales(shop, order, paidBefore: false, paidNow: true);
        }

        order["stockStatus"] = "reduced";
        order["orig_profile"] = new OrderProfiles(shop).Owner(request)["profile_id"]?.DeepClone();
        order["date"] = shop.Now;
        OrderHistory.Add(shop, order, "PLACE ORDER", "Order placed", new JsonObject { ["orderId"] = order["order_id"]?.DeepClone() });
        OrderHistory.Mail(shop, order, author: null);
        shop.SaveChangedOrder(order);
    }

    /// <summary>Statuses, number and list entry for what the payment came to; a cart gets none of them.</summary>
    public static void Settle(ShopUnit shop, JsonObject order, PaymentOutcome outcome)
    {
        switch (outcome)
        {
            case PaymentOutcome.Abandoned:
                return;
            case PaymentOutcome.Away or PaymentOutcome.ApprovedAway:
                OrderStatus.SetPayment(shop, order, "Q");
                return;
            case PaymentOutcome.Declined:
                OrderStatus.SetPayment(shop, order, "D");
                OrderStatus.SetShipping(shop, order, "NF");
                return;
        }

        OrderStatus.SetPayment(shop, order, outcome switch { PaymentOutcome.Paid => "P", PaymentOutcome.Authorized => "A", _ => "Q" });
        OrderStatus.SetShipping(shop, order, "N");
        order["orderNumber"] = shop.Rows.Unit.Next("orderNumber").ToString(CultureInfo.InvariantCulture);
    }

    // Add-ons for gift cards and store credit pay with methods of their own, at once.
    private static decimal Prepaid(ShopUnit shop, OrderParts parts, string method, decimal amount, decimal left)
    {
        if (amount <= 0)
        {
            return left;
        }

        var paid = Math.Min(amount, left);
        parts.AddTransaction(shop.Rows.All("payment-method").First(row => row.Text("@title") == method), PaymentOutcome.Paid, paid, poNumber: null);
        return left - paid;
    }

    private static void UseCoupon(ShopUnit shop, CheckoutRequest request, JsonObject order, PricedOrder priced)
    {
        if (request.Coupon is null || shop.Rows.By("cdev-coupons-coupon", request.Coupon).FirstOrDefault() is not { } coupon)
        {
            return;
        }

        coupon["uses"] = coupon.Long("uses") + 1;
        shop.Rows.Save("cdev-coupons-coupon", coupon);
        order["usedCoupons"] = new JsonArray(new JsonObject
        {
            ["id"] = shop.Rows.Unit.Next("usedCoupon"),
            ["code"] = coupon.Text("code"),
            ["value"] = RowValues.Number(-priced.Surcharges.Where(surcharge => surcharge.Code == "DCOUPON").Sum(surcharge => surcharge.Value)),
            ["type"] = coupon.Text("type"),
        });
    }
}
