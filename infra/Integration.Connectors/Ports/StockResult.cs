using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>What came of one stock change.</summary>
public abstract record StockResult
{
    private StockResult()
    {
    }

    /// <summary>The level was as read and is set now.</summary>
    /// <param name="Actual">The level.</param>
    public sealed record Set(long Actual) : StockResult;

    /// <summary>The level is that already; nothing was to do.</summary>
    /// <param name="Actual">The level.</param>
    public sealed record Unchanged(long Actual) : StockResult;

    /// <summary>The level was another than read, mostly by a sale; nothing was done. Reckon anew from the actual level.</summary>
    /// <param name="Actual">The level.</param>
    public sealed record Conflict(long Actual) : StockResult;

    /// <summary>There is no such item.</summary>
    public sealed record Unknown : StockResult;

    /// <summary>The storefront does not count this item; nothing was done.</summary>
    public sealed record NotTracked : StockResult;

    /// <summary>The variant has no stock of its own; nothing was done. Set its product's.</summary>
    public sealed record FollowsProduct : StockResult;

    /// <summary>The call that held this change failed.</summary>
    /// <param name="Outcome">Why; <see cref="WriteOutcome.Unknown"/> when it may have been carried out.</param>
    public sealed record Failed(WriteOutcome Outcome) : StockResult;
}
