using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The gateway read an order that the pair's import rule takes, for the first time.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Sequence">Number of this snapshot of the order, rising; lower ones than already seen are ignored.</param>
/// <param name="Order">The whole order as read.</param>
/// <param name="FoundBy"><c>hint</c>, <c>sweep</c>, <c>operator</c>, or <c>relook</c> for the look at recent orders.</param>
public sealed record OrderPlaced(OrderKey Key, long Sequence, Order Order, string FoundBy) : IOrderMessage;
