namespace Integration.Contracts.Returns;

/// <summary>What a storefront says has come back of an order, where it can say more than a status of the whole order.</summary>
public sealed record OrderReturn
{
    /// <summary>The return's id, unique within the order and stable.</summary>
    public required string Id { get; init; }

    /// <summary>The shop's own word for the reason; empty when none was given.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What came back; may be empty when only shipping is given back.</summary>
    public IReadOnlyList<ReturnedQuantity> Lines { get; init; } = [];

    /// <summary>True when the shipping cost is given back too.</summary>
    public bool Shipping { get; init; }
}
