using Integration.Contracts.Operations;
using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>A movement of money could not be booked; it is on the attention list.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="PaymentKey">The entry's key.</param>
/// <param name="Class">The class of the attention entry.</param>
/// <param name="Reasons">Every reason, in plain words.</param>
public sealed record PaymentRefused(OrderKey Key, string PaymentKey, string Class, IReadOnlyList<Reason> Reasons) : IOrderMessage;
