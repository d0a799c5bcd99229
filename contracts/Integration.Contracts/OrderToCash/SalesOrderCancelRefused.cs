using Integration.Contracts.Operations;
using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP would not cancel the order, usually because it is shipped or paid.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Reasons">The ERP's reasons.</param>
public sealed record SalesOrderCancelRefused(OrderKey Key, IReadOnlyList<Reason> Reasons) : IOrderMessage;
