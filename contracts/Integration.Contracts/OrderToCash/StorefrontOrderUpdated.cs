using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The storefront took one of our writes to the order.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Operation">Which write: see <see cref="Storefront.StorefrontOperations"/>.</param>
/// <param name="Detail">What was written, such as the shipment number.</param>
public sealed record StorefrontOrderUpdated(OrderKey Key, string Operation, string Detail) : IOrderMessage;
