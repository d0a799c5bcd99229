using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP's order is what the shop showed at this amendment.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Revision">Which amendment.</param>
/// <param name="Reopened">True when it was asked to open a cancelled order again.</param>
public sealed record SalesOrderAmended(OrderKey Key, int Revision, bool Reopened = false) : IOrderMessage;
