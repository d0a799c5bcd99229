using Integration.Contracts.Orders;

namespace Integration.Contracts.Storefront;

/// <summary>Asks the storefront side to note the ERP's order number on the order.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The order's number in the shop.</param>
/// <param name="ErpNumber">The ERP's order number.</param>
public sealed record WriteErpNumber(OrderKey Key, string Number, string ErpNumber) : IOrderMessage;
