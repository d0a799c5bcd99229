using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;

namespace Integration.Contracts.Erp;

/// <summary>Asks the ERP side to hold this order exactly once.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Order">The order to write.</param>
/// <param name="Attempt">Which submission of the saga this is, from 1; a corrected order is submitted again with the next number.</param>
/// <param name="Scores">What a scoring service made of it, or null.</param>
public sealed record SubmitSalesOrder(OrderKey Key, Order Order, int Attempt, OrderScores? Scores = null) : IOrderMessage;
