using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>What a taken order's payments stand for, told by itself where the order is not: a cancelled order's money still moves.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The order's number in the shop.</param>
/// <param name="Entries">Every movement of money that the shop shows.</param>
public sealed record OrderPaymentsSeen(OrderKey Key, string Number, IReadOnlyList<PaymentEntry> Entries) : IOrderMessage;
