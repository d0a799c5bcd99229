using Integration.Contracts.Orders;

namespace Integration.Contracts.Returns;

/// <summary>Goods of the order have come back; the saga shows it in the storefront.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Revision">Rises with every change; a lower one is old.</param>
/// <param name="Status"><see cref="FulfilmentStatus.Returned"/> or <see cref="FulfilmentStatus.PartlyReturned"/>.</param>
public sealed record OrderReturned(OrderKey Key, int Revision, FulfilmentStatus Status) : IOrderMessage;
