namespace Integration.Contracts.Orders;

/// <summary>Which movements of money an order's payments stand for. The same order always gives the same keys.</summary>
public static class PaymentEntries
{
    /// <summary>Every movement, transaction by transaction, oldest first. Reservations and their release move nothing.</summary>
    public static IReadOnlyList<PaymentEntry> Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return [.. order.Payments.SelectMany(payment => payment.Operations.Count == 0 ? ByState(order, payment) : ByOperations(order, payment))];
    }

    private static IEnumerable<PaymentEntry> ByState(Order order, OrderPayment payment)
    {
        if (payment.Captured <= 0) yield break;
        var capture = new PaymentEntry
        {
            Key = KeyOf(order, payment), Transaction = payment.Id, Kind = PaymentEntryKind.Capture, Method = payment.Method, MethodKind = payment.MethodKind,
            Amount = payment.Amount, Currency = order.Currency, At = payment.At ?? order.PlacedAt, LocalDate = payment.LocalDate ?? order.LocalDate,
            ProviderReference = payment.ProviderReference ?? payment.Id,
        };
        yield return capture;
        if (payment.State == PaymentState.Refunded) yield return capture with { Key = $"{capture.Key}-refund", Kind = PaymentEntryKind.Refund };
    }

    private static IEnumerable<PaymentEntry> ByOperations(Order order, OrderPayment payment)
    {
        var (authorised, captured, reversed) = (0m, 0m, 0m);
        foreach (var operation in payment.Operations)
        {
            switch (operation.Kind)
            {
                case PaymentOperationKind.Authorise:
                    authorised += operation.Amount;
                    break;
                case PaymentOperationKind.Capture or PaymentOperationKind.PartialCapture:
                    yield return Entry(order, payment, operation, PaymentEntryKind.Capture, operation.Amount, first: captured == 0);
                    captured += operation.Amount;
                    break;
                case PaymentOperationKind.Refund or PaymentOperationKind.PartialRefund:
                    yield return Entry(order, payment, operation, PaymentEntryKind.Refund, operation.Amount, first: false);
                    reversed += operation.Amount;
                    break;
                // What is left of a reservation is given up without any money having moved.
                case PaymentOperationKind.Void when captured > reversed && operation.Amount > authorised - captured:
                    var undone = Math.Min(operation.Amount, captured - reversed);
                    yield return Entry(order, payment, operation, undone == captured ? PaymentEntryKind.Void : PaymentEntryKind.Refund, undone, first: false);
                    reversed += undone;
                    break;
            }
        }
    }

    private static PaymentEntry Entry(Order order, OrderPayment payment, PaymentOperation operation, PaymentEntryKind kind, decimal amount, bool first) => new()
    {
        Key = first ? KeyOf(order, payment) : $"{KeyOf(order, payment)}-{operation.Id}",
        Transaction = payment.Id,
        Kind = kind,
        Method = payment.Method,
        MethodKind = payment.MethodKind,
        Amount = amount,
        Currency = operation.Currency,
        Fee = operation.Fee,
        At = operation.At,
        LocalDate = operation.LocalDate,
        ProviderReference = operation.ProviderReference ?? payment.ProviderReference ?? payment.Id,
    };

    private static string KeyOf(Order order, OrderPayment payment) => $"{order.Storefront}-{payment.Id}";
}
