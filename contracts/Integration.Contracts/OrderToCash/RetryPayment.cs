using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>An operator, or a corrected lookup, lets a refused payment be booked again.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="PaymentKey">The entry's key.</param>
/// <param name="Operator">Who asked.</param>
public sealed record RetryPayment(OrderKey Key, string PaymentKey, string Operator) : IOrderMessage;
