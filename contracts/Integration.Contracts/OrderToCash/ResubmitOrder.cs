using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>An operator asks to send a rejected order again, after its cause was mended.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Operator">Who.</param>
public sealed record ResubmitOrder(OrderKey Key, string Operator) : IOrderMessage;
