using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP's order is cancelled, or was never written.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="WasInErp">False when no order with our reference was found.</param>
public sealed record SalesOrderCancelled(OrderKey Key, bool WasInErp) : IOrderMessage;
