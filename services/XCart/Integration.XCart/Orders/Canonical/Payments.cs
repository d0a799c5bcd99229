using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;

namespace Integration.XCart.Orders.Canonical;

/// <summary>An order's payment transactions. What was refunded in part stands only in the transaction's own record, which is not read here.</summary>
internal static class Payments
{
    /// <summary>The transactions in the shop's order, each with the amount it was begun with.</summary>
    public static IReadOnlyList<OrderPayment> Of(ShopOrder order, PaymentStatus status, string currency) =>
    [
        .. order.Transactions.Select(transaction => new OrderPayment
        {
            Id = transaction.Id,
            Method = transaction.Method,
            State = StateOf(transaction, status),
            Amount = Currencies.Round(transaction.Value, currency),
        }),
    ];

    // The order's own status decides what the transaction leaves open: staff who mark an order as paid do not touch an offline
    // transaction (it stays W), and a captured authorisation stays "auth, S".
    private static PaymentState StateOf(ShopTransaction transaction, PaymentStatus status) => transaction.Status switch
    {
        "S" when transaction.Type.StartsWith("refund", StringComparison.Ordinal) => PaymentState.Refunded,
        "S" when status == PaymentStatus.Refunded => PaymentState.Refunded,
        "S" when transaction.Type == "auth" && status is not (PaymentStatus.Paid or PaymentStatus.PartlyPaid) => PaymentState.Authorised,
        "S" => PaymentState.Captured,
        "W" when status == PaymentStatus.Paid => PaymentState.Captured,
        "W" when status == PaymentStatus.Refunded => PaymentState.Refunded,
        "F" => PaymentState.Failed,
        "C" or "V" => PaymentState.Voided,
        _ => PaymentState.Pending,
    };
}
