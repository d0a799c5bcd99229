using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Checkout;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Admin;

/// <summary>Refund, capture and void through the payment provider; amounts stand only in the backend transactions.</summary>
internal sealed class ProviderActions(ShopUnit shop, JsonObject order, AdminRequest request)
{
    /// <summary>Refunds part (payment status PP, also at a second part) or the rest (R). An offline order has no provider: R at once.</summary>
    public void Refund()
    {
        if (Online() is not { } transaction)
        {
            OrderStatus.SetPayment(shop, order, "R");
            return;
        }

        var (captured, left) = (Captured(transaction), Captured(transaction) - Booked(transaction, "refund"));
        var refund = request.ShippingOnly ? Shipping() : request.Amount ?? left;
        if (refund <= 0 || refund > left)
        {
            throw new CheckoutRefusedException($"{left} is left to refund.");
        }

        Book(transaction, refund == captured ? "refund" : "refundMulti", refund);
        OrderStatus.SetPayment(shop, order, refund == left ? "R" : "PP");
    }

    /// <summary>Captures what is authorised: all of it (A to P) or a part (PP, the rest stays authorised). The transaction keeps its type.</summary>
    public void Capture()
    {
        var transaction = Authorized();
        var left = Reserved(transaction);
        var amount = request.Amount ?? left;
        if (amount <= 0 || amount > left)
        {
            throw new CheckoutRefusedException($"{left} is left to capture.");
        }

        Book(transaction, amount == transaction.Amount("value") ? "capture" : "captureMulti", amount);
        OrderStatus.SetPayment(shop, order, amount == left ? "P" : "PP");
    }

    /// <summary>
    /// Gives up what is authorised: all of it (A to C, transaction V), or what is left after a part was captured (PP stays). A captured payment that
    /// was not settled yet is undone as a whole: C, transaction V.
    /// </summary>
    public void Void()
    {
        var transaction = Online() ?? throw new CheckoutRefusedException("The order is not authorised.");
        var reserved = Reserved(transaction);
        var captured = Captured(transaction);
        if (reserved > 0 && captured > 0)
        {
            Book(transaction, "voidPart", reserved);
            return;
        }

        if ((reserved <= 0 && captured <= 0) || Booked(transaction, "refund") > 0)
        {
            throw new CheckoutRefusedException("The order is not authorised.");
        }

        Book(transaction, "void", reserved > 0 ? reserved : captured);
        transaction["status"] = "V";
        shop.Rows.Save("payment-transaction", transaction);
        OrderStatus.SetPayment(shop, order, "C");
    }

    private JsonObject Authorized() =>
        OrderStatus.PaymentCode(shop, order) is "A" or "PP" && Online() is { } transaction && Reserved(transaction) > 0
            ? transaction
            : throw new CheckoutRefusedException("The order is not authorised.");

    private JsonObject? Online() => shop.Rows.Owned("payment-transaction", order.Text("order_id"))
        .LastOrDefault(transaction => shop.Rows.Linked(transaction, "payment_method", "payment-method")?.Text("type") == "C"
            && transaction.Text("status") == "S" && (request.PaymentMethod is null || transaction.Text("method_local_name") == request.PaymentMethod));

    private decimal Shipping() => shop.Rows.Owned("order-surcharge", order.Text("order_id")).Where(row => row.Text("type") == "shipping").Sum(row => row.Amount("value"));

    private decimal Reserved(JsonObject transaction) => Booked(transaction, "auth") - Booked(transaction, "capture") - (Booked(transaction, "auth") > 0 ? Booked(transaction, "void") : 0);

    private decimal Captured(JsonObject transaction) => Booked(transaction, "sale") + Booked(transaction, "capture");

    private decimal Booked(JsonObject transaction, string kind) => shop.Rows
        .Owned("payment-backendtransaction", transaction.Text("transaction_id"))
        .Where(backend => backend.Text("type").StartsWith(kind, StringComparison.Ordinal) && backend.Text("status") == "S")
        .Sum(backend => backend.Amount("value"));

    private void Book(JsonObject transaction, string type, decimal value)
    {
        new OrderParts(shop, order).AddBackend(transaction, type, value);
        OrderHistory.Add(shop, order, "TRANSACTION", $"Payment transaction [type: {type}, amount: {value}, status: Completed]");
    }
}
