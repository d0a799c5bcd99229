using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>
/// Asks a scoring service about an order. It answers with <see cref="OrderScreened"/> to the pair's saga
/// (<see cref="Routing.Queues.OrderToCash"/>), with the sequence that it was asked with.
/// </summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Sequence">Number of the snapshot that is asked about; it comes back in the answer.</param>
/// <param name="Order">The whole order as read.</param>
/// <param name="AnswerBy">Until when the saga waits, UTC.</param>
public sealed record ScreenOrder(OrderKey Key, long Sequence, Order Order, DateTimeOffset AnswerBy) : IOrderMessage;
