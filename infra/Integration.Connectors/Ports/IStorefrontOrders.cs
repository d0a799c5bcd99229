using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Orders;

namespace Integration.Connectors.Ports;

/// <summary>Reads orders of a storefront.</summary>
public interface IStorefrontOrders
{
    /// <summary>Reads one order afresh and turns it into the canonical form, unchecked and without rounding line.</summary>
    /// <param name="pair">For the key, the storefront code, the time zone and the status lookups.</param>
    /// <param name="id">The storefront's order id.</param>
    /// <param name="ct">Cancels.</param>
    Task<ReadOutcome<Order>> ReadAsync(PairDefinition pair, string id, CancellationToken ct);

    /// <summary>
    /// Lists, page by page, every order changed at or after <paramref name="since"/> by the storefront's clock, oldest or newest first as the API gives.
    /// Stops after a page with <see cref="ChangePage.Last"/> or <see cref="ChangePage.Failure"/>.
    /// </summary>
    IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>
    /// True while the storefront hints at every change that moves a change stamp, in the change's own transaction: a reading that a hint caused then stands,
    /// though the stamp's second was not over, since another change within it has its own hint.
    /// </summary>
    bool HintsEveryChange { get; }
}
