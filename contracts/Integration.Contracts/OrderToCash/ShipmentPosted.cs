using Integration.Contracts.Orders;
using Integration.Contracts.Shipments;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP confirmed a shipment for the order, or changed a confirmed one.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Sequence">Number of this snapshot of the shipment, rising.</param>
/// <param name="Shipment">The part of the shipment that belongs to this order.</param>
public sealed record ShipmentPosted(OrderKey Key, long Sequence, Shipment Shipment) : IOrderMessage;
