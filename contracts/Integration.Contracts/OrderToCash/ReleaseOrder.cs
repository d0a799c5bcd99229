using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>An operator lets a held order go on.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Operator">Who.</param>
public sealed record ReleaseOrder(OrderKey Key, string Operator) : IOrderMessage;
