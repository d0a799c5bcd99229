using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Orders;

/// <summary>What follows when an order's payment or shipping status has changed, whoever changed it.</summary>
internal static class OrderStatus
{
    private const string Payment = "order-status-payment";
    private const string Shipping = "order-status-shipping";

    public static string PaymentCode(ShopUnit shop, JsonObject order) =>
        shop.Rows.Linked(order, "paymentStatus", Payment)?.Text("code") ?? "";

    public static string ShippingCode(ShopUnit shop, JsonObject order) =>
        shop.Rows.Linked(order, "shippingStatus", Shipping)?.Text("code") ?? "";

    public static void SetPayment(ShopUnit shop, JsonObject order, string code) =>
        order["paymentStatus"] = Row(shop, Payment, code)["id"]?.DeepClone();

    public static void SetShipping(ShopUnit shop, JsonObject order, string code) =>
        order["shippingStatus"] = Row(shop, Shipping, code)["id"]?.DeepClone();

    /// <summary>History, mails, stock and sales counters for the difference between two states of an order's row.</summary>
    public static void Changed(ShopUnit shop, JsonObject before, JsonObject order, string? author)
    {
        var payment = (Old: PaymentCode(shop, before), New: PaymentCode(shop, order));
        var shipping = (Old: ShippingCode(shop, before), New: ShippingCode(shop, order));
        if (payment.Old != payment.New)
        {
            Note(shop, order, "PAYMENT", "payment", Payment, payment, author);
            OrderStock.CountSales(shop, order, IsPaid(payment.Old), IsPaid(payment.New));
        }

        if (shipping.Old != shipping.New)
        {
            Note(shop, order, "SHIPPING", "shipping", Shipping, shipping, author);
        }

        if (payment.Old == payment.New && shipping.Old == shipping.New)
        {
            return;
        }

        OrderHistory.Mail(shop, order, author, customerOnly: payment.Old == payment.New && shipping.New == "S");
        OrderStock.Follow(shop, order, GivesStockBack(payment.New, shipping.New), author);
    }

    /// <summary>The store's rule table: declined and cancelled give the stock back, refunded too unless shipped or delivered.</summary>
    public static bool GivesStockBack(string payment, string shipping) =>
        payment is "D" or "C" || shipping == "NF" || (payment == "R" && shipping is not ("S" or "D"));

    private static bool IsPaid(string payment) => payment is "P" or "PP";

    private static JsonObject Row(ShopUnit shop, string entity, string code) =>
        shop.Rows.By(entity, code).FirstOrDefault() ?? throw new ArgumentException($"The shop has no status {code} in {entity}.");

    private static void Note(
        ShopUnit shop, JsonObject order, string axis, string word, string entity, (string Old, string New) code, string? author) =>
        OrderHistory.Add(
            shop,
            order,
            $"CHANGE {axis} STATUS ORDER",
            $"Order {word} status changed from {{{{oldStatus}}}} to {{{{newStatus}}}}",
            new JsonObject
            {
                ["orderId"] = order["order_id"]?.DeepClone(),
                ["newStatus"] = Name(shop, entity, code.New),
                ["oldStatus"] = Name(shop, entity, code.Old),
            },
            author);

    private static string Name(ShopUnit shop, string entity, string code) =>
        shop.Rows.By(entity, code).FirstOrDefault()?.Rows("translations").FirstOrDefault()?.AsObject().Text("name") ?? code;
}
