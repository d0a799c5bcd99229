using Integration.Contracts.Orders;

namespace Integration.Contracts.Storefront;

/// <summary>Asks the storefront side to show this fulfilment status.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The order's number in the shop.</param>
/// <param name="Status">The status to show, mapped to the shop's code by the pair's lookup.</param>
/// <param name="Revision">Rising per order; a lower one than already written is dropped.</param>
public sealed record SetFulfilmentStatus(OrderKey Key, string Number, FulfilmentStatus Status, int Revision) : IOrderMessage
{
    /// <summary>Another row of the pair's lookup than the status's own, such as <c>invoiced</c>: where the pair has no such row, nothing is written.</summary>
    public string? Row { get; init; }
}
