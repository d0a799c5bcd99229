using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.XCart.Setup;

namespace Integration.XCart.Orders.Canonical;

/// <summary>An order's payment transactions, with what went on at the provider where that was read.</summary>
internal static class Payments
{
    /// <summary>The lookup that tells gift cards and store credit by the method's title: <c>giftCard</c>, <c>storeCredit</c>, <c>provider</c>, <c>offline</c>.</summary>
    public const string KindLookup = "payment-kinds";

    /// <summary>The transactions in the shop's order, each with the amount it was begun with.</summary>
    /// <exception cref="MappingFault">The pair's lookup names a kind that does not exist.</exception>
    public static IReadOnlyList<OrderPayment> Of(ShopOrder order, PaymentStatus status, string currency, PairDefinition pair, XCartSettings settings) =>
        [.. order.Transactions.Select(transaction => Of(order, transaction, status, currency, pair, settings))];

    private static OrderPayment Of(ShopOrder order, ShopTransaction transaction, PaymentStatus status, string currency, PairDefinition pair, XCartSettings settings)
    {
        // Nobody asks for them while the payments stay in the shop, and then both APIs tell the same.
        var operations = pair.Lanes.Payments is null ? [] : Operations.Of(transaction, currency, pair.TimeZone);
        var fee = FeeOf(transaction, settings, currency);
        if (fee > 0 && operations.FindIndex(operation => operation.Kind is PaymentOperationKind.Capture or PaymentOperationKind.PartialCapture) is >= 0 and var first)
            operations[first] = operations[first] with { Fee = fee };
        // Staff who mark an authorised order as paid have taken the money in some other way.
        if (operations.Count > 0 && status == PaymentStatus.Paid && operations.TrueForAll(operation => operation.Kind == PaymentOperationKind.Authorise)) operations = [];
        var at = operations.Count > 0 ? (DateTimeOffset?)null : MomentOf(order, transaction, status);
        return new OrderPayment
        {
            Id = transaction.Id,
            Method = transaction.Method,
            MethodKind = KindOf(transaction, pair),
            State = operations.Count > 0 ? StateOf(operations) : StateOf(transaction, status),
            Amount = Currencies.Round(transaction.Value, currency),
            ProviderReference = settings.PaymentReferenceField.Length > 0 && transaction.Data.TryGetValue(settings.PaymentReferenceField, out var reference) && reference.Length > 0 ? reference : null,
            Operations = operations,
            At = at,
            LocalDate = at is { } moment ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, pair.TimeZone).DateTime) : null,
        };
    }

    // Paid at the checkout, or marked by staff later: the moment of that stands nowhere, and the change that made it visible comes closest.
    private static DateTimeOffset MomentOf(ShopOrder order, ShopTransaction transaction, PaymentStatus status) =>
        transaction is { Status: "S", Type: not "auth" } && status != PaymentStatus.Refunded ? order.PlacedAt : order.ChangedAt;

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

    private static PaymentState StateOf(List<PaymentOperation> operations)
    {
        decimal Sum(params ReadOnlySpan<PaymentOperationKind> kinds)
        {
            var sum = 0m;
            foreach (var operation in operations)
                if (kinds.Contains(operation.Kind)) sum += operation.Amount;
            return sum;
        }

        var captured = Sum(PaymentOperationKind.Capture, PaymentOperationKind.PartialCapture);
        var refunded = Sum(PaymentOperationKind.Refund, PaymentOperationKind.PartialRefund);
        var voided = Sum(PaymentOperationKind.Void);
        if (captured == 0) return refunded > 0 ? PaymentState.Refunded : voided > 0 ? PaymentState.Voided : PaymentState.Authorised;
        if (refunded >= captured) return PaymentState.Refunded;
        return voided >= captured && Sum(PaymentOperationKind.Authorise) == 0 ? PaymentState.Voided : PaymentState.Captured;
    }

    private static PaymentMethodKind KindOf(ShopTransaction transaction, PairDefinition pair)
    {
        if (pair.Lookups[KindLookup] is JsonObject table && (table["codes"] as JsonObject ?? table)[transaction.Method] is JsonValue value && value.TryGetValue<string>(out var word))
        {
            return Enum.TryParse<PaymentMethodKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
                ? kind
                : throw new MappingFault($"lookups.{KindLookup}.{transaction.Method}", $"The lookup names no kind that exists. Use one of {string.Join(", ", Enum.GetNames<PaymentMethodKind>())}.");
        }

        // An offline transaction waits for ever, and no provider was asked.
        return transaction.Status == "W" && transaction.Operations.Count == 0 ? PaymentMethodKind.Offline : PaymentMethodKind.Provider;
    }

    private static decimal FeeOf(ShopTransaction transaction, XCartSettings settings, string currency) =>
        settings.PaymentFeeField.Length > 0 && transaction.Data.TryGetValue(settings.PaymentFeeField, out var text)
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fee)
            ? Currencies.Round(fee, currency)
            : 0;
}
