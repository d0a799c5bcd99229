using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;

namespace Integration.XCart.Orders.Canonical;

/// <summary>
/// Backend transactions in canonical words (types from the shop's source; auth, sale, capture, void and refundMulti seen on 5.4.1.5). Only what succeeded
/// counts: a refund that the provider still works on is read when it is done.
/// </summary>
internal static class Operations
{
    /// <summary>What succeeded, oldest first; inquiries, tests and fraud decisions are left out.</summary>
    public static List<PaymentOperation> Of(ShopTransaction transaction, string currency, TimeZoneInfo zone) =>
    [
        .. transaction.Operations.Where(operation => operation.Status == "S" && operation.Value > 0).OrderBy(operation => operation.Id)
            .Select(operation => (Operation: operation, Kind: KindOf(operation, transaction)))
            .Where(known => known.Kind is not null)
            .Select(known => new PaymentOperation
            {
                Id = $"{known.Operation.Id}",
                Kind = known.Kind!.Value,
                Amount = Currencies.Round(known.Operation.Value, currency),
                Currency = currency,
                At = known.Operation.At,
                LocalDate = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(known.Operation.At, zone).DateTime),
            }),
    ];

    private static PaymentOperationKind? KindOf(ShopOperation operation, ShopTransaction transaction) => operation.Type switch
    {
        "auth" => PaymentOperationKind.Authorise,
        "sale" => PaymentOperationKind.Capture,
        "capture" or "capturePart" or "captureMulti" => operation.Value < transaction.Value ? PaymentOperationKind.PartialCapture : PaymentOperationKind.Capture,
        "void" or "voidPart" or "voidMulti" => PaymentOperationKind.Void,
        "refund" or "refundPart" or "refundMulti" => operation.Value < transaction.Value ? PaymentOperationKind.PartialRefund : PaymentOperationKind.Refund,
        _ => null,
    };
}
