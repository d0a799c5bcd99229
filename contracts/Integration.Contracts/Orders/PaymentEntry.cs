namespace Integration.Contracts.Orders;

/// <summary>One movement of money that the books must show once. Without personal data.</summary>
public sealed record PaymentEntry
{
    /// <summary>
    /// The key in the books: storefront code and transaction for the first capture, with the backend operation for everything later. Unique over
    /// all shops of one ERP.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The storefront's transaction.</summary>
    public required string Transaction { get; init; }

    /// <summary>What it does.</summary>
    public required PaymentEntryKind Kind { get; init; }

    /// <summary>The payment method's title.</summary>
    public required string Method { get; init; }

    /// <summary>What stands behind the method.</summary>
    public PaymentMethodKind MethodKind { get; init; }

    /// <summary>The amount, always positive.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code of the amount.</summary>
    public required string Currency { get; init; }

    /// <summary>What the provider kept of it, where known; else 0.</summary>
    public decimal Fee { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its date in the pair's time zone.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>The provider's reference, else the transaction.</summary>
    public required string ProviderReference { get; init; }
}
