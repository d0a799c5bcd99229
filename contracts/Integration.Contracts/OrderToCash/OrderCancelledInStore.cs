using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The storefront shows a taken order as cancelled or declined, or has deleted it.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Sequence">Number of this snapshot of the order, rising.</param>
/// <param name="Number">The order's number.</param>
/// <param name="Reason">Plain words: cancelled, declined or deleted in the shop.</param>
public sealed record OrderCancelledInStore(OrderKey Key, long Sequence, string Number, string Reason) : IOrderMessage;
