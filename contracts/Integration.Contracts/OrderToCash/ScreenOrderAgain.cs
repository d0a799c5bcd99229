using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The pair's rules changed: an order that they stopped is looked at again.</summary>
/// <param name="Key">Pair and storefront order id.</param>
public sealed record ScreenOrderAgain(OrderKey Key) : IOrderMessage;
