using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>A durable timer of the order ran out.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Deadline">Which deadline of the flow document, such as <c>submit</c>.</param>
/// <param name="Attempt">Which submission it watched, so that a late timer of an earlier one is ignored.</param>
public sealed record OrderDeadlinePassed(OrderKey Key, string Deadline, int Attempt) : IOrderMessage;
