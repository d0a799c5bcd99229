using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>A confirmed shipment was opened again in the ERP, deleted there, or no longer holds goods of the order.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Sequence">Number of this snapshot of the shipment, rising with those of <see cref="ShipmentPosted"/>.</param>
/// <param name="Number">The ERP's shipment number.</param>
/// <param name="Reason">Plain words: opened again, deleted.</param>
public sealed record ShipmentWithdrawn(OrderKey Key, long Sequence, string Number, string Reason) : IOrderMessage;
