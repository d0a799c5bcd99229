namespace Integration.Contracts.Orders;

/// <summary>A payment transaction of an order, without card data.</summary>
public sealed record OrderPayment
{
    /// <summary>The storefront's transaction id; with the backend operation the key of the ERP payment.</summary>
    public required string Id { get; init; }

    /// <summary>The payment method's title, the usual key of the payment lookup.</summary>
    public required string Method { get; init; }

    /// <summary>What stands behind the method.</summary>
    public PaymentMethodKind MethodKind { get; init; }

    /// <summary>Where the transaction stands.</summary>
    public required PaymentState State { get; init; }

    /// <summary>The transaction's amount in the order's currency: what it was begun with.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The payment provider's own reference, or null for offline methods.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>What succeeded at the provider, oldest first; empty where the storefront keeps no such list, and then <see cref="State"/> alone tells.</summary>
    public IReadOnlyList<PaymentOperation> Operations { get; init; } = [];

    /// <summary>When <see cref="State"/> was reached as far as the storefront tells, UTC; of use only without operations.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Its date in the pair's time zone.</summary>
    public DateOnly? LocalDate { get; init; }

    /// <summary>What was taken so far.</summary>
    public decimal Captured => Operations.Count == 0
        ? State is PaymentState.Captured or PaymentState.Refunded ? Amount : 0
        : Operations.Where(operation => operation.Kind is PaymentOperationKind.Capture or PaymentOperationKind.PartialCapture).Sum(operation => operation.Amount);

    /// <summary>What was given back so far.</summary>
    public decimal Refunded => Operations.Count == 0
        ? State is PaymentState.Refunded ? Amount : 0
        : Operations.Where(operation => operation.Kind is PaymentOperationKind.Refund or PaymentOperationKind.PartialRefund).Sum(operation => operation.Amount);
}
