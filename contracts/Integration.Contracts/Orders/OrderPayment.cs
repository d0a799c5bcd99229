namespace Integration.Contracts.Orders;

/// <summary>A payment transaction of an order, without card data.</summary>
public sealed record OrderPayment
{
    /// <summary>The storefront's transaction id; with the backend operation the key of the ERP payment.</summary>
    public required string Id { get; init; }

    /// <summary>The payment method's title, the usual key of the payment lookup.</summary>
    public required string Method { get; init; }

    /// <summary>Where the transaction stands.</summary>
    public required PaymentState State { get; init; }

    /// <summary>The transaction's amount in the order's currency.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The payment provider's own reference, or null for offline methods.</summary>
    public string? ProviderReference { get; init; }
}
