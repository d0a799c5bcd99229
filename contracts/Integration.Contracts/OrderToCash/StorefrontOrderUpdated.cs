using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The storefront answered a write that the saga waits for: that the order is cancelled.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Operation">Which write: see <see cref="Storefront.StorefrontOperations"/>.</param>
/// <param name="Detail">What was written, such as the shipment number.</param>
public sealed record StorefrontOrderUpdated(OrderKey Key, string Operation, string Detail) : IOrderMessage;
