using Integration.Contracts.Orders;

namespace Integration.Contracts.Storefront;

/// <summary>Asks the storefront side to show the order as cancelled, because the ERP cancelled it.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The order's number in the shop.</param>
/// <param name="Revision">Rising per order, over all statuses that are shown.</param>
public sealed record ShowOrderCancelled(OrderKey Key, string Number, int Revision) : IOrderMessage;
