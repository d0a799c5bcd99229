namespace Integration.Contracts.Orders;

/// <summary>One thing that succeeded at the payment provider, such as a capture; what failed or is under way there is left out.</summary>
public sealed record PaymentOperation
{
    /// <summary>The storefront's id of it within its transaction.</summary>
    public required string Id { get; init; }

    /// <summary>What was done.</summary>
    public required PaymentOperationKind Kind { get; init; }

    /// <summary>The amount, always positive.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code of the amount.</summary>
    public required string Currency { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its date in the pair's time zone: what the ERP's calendar date becomes.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>The provider's own reference, or null.</summary>
    public string? ProviderReference { get; init; }

    /// <summary>What the provider kept of it, where the storefront knows; else 0.</summary>
    public decimal Fee { get; init; }
}
