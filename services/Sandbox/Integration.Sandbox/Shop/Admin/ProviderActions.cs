using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Checkout;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Admin;

/// <summary>Refund, capture and void through the payment provider; amounts stand only in the backend transactions.</summary>
internal sealed class ProviderActions(ShopUnit shop, JsonObject order)
{
    /// <summary>Refunds part (payment status PP, also at a second part) or the rest (R). An offline order has no provider: R at once.</summary>
    public void Refund(decimal? amount)
    {
        if (Online() is not { } transaction)
        {
            OrderStatus.SetPayment(shop, order, "R");
            return;
        }

        var left = transaction.Amount("value") - Refunded(transaction);
        var refund = amount ?? left;
        if (refund <= 0 || refund > left)
        {
            throw new CheckoutRefusedException($"{left} is left to refund.");
        }

        Book(transaction, refund == transaction.Amount("value") ? "refund" : "refundMulti", refund);
        OrderStatus.SetPayment(shop, order, refund == left ? "R" : "PP");
    }

    /// <summary>Captures an authorised payment: A to P. The transaction keeps its type.</summary>
    public void Capture()
    {
        var transaction = Authorized();
        Book(transaction, "capture", transaction.Amount("value"));
        OrderStatus.SetPayment(shop, order, "P");
    }

    /// <summary>Gives up an authorised payment: A to C, transaction V.</summary>
    public void Void()
    {
        var transaction = Authorized();
        Book(transaction, "void", transaction.Amount("value"));
        transaction["status"] = "V";
        shop.Rows.Save("payment-transaction", transaction);
        OrderStatus.SetPayment(shop, order, "C");
    }

    private JsonObject Authorized() =>
        OrderStatus.PaymentCode(shop, order) == "A" && Online() is { } transaction
            ? transaction
            : throw new CheckoutRefusedException("The order is not authorised.");

    private JsonObject? Online() => shop.Rows.Owned("payment-transaction", order.Text("order_id"))
        .LastOrDefault(transaction => shop.Rows.Linked(transaction, "payment_method", "payment-method")?.Text("type") == "C"
            && transaction.Text("status") == "S");

    private decimal Refunded(JsonObject transaction) => shop.Rows
        .Owned("payment-backendtransaction", transaction.Text("transaction_id"))
        .Where(backend => backend.Text("type").StartsWith("refund", StringComparison.Ordinal) && backend.Text("status") == "S")
        .Sum(backend => backend.Amount("value"));

    private void Book(JsonObject transaction, string type, decimal value)
    {
        new OrderParts(shop, order).AddBackend(transaction, type, value);
        OrderHistory.Add(shop, order, "TRANSACTION", $"Payment transaction [type: {type}, amount: {value}, status: Completed]");
    }
}
