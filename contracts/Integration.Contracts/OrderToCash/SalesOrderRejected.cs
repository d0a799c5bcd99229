using Integration.Contracts.Operations;
using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP, the mapping or a check before it refused the order; nothing was written.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Class">The class for the attention list.</param>
/// <param name="Reasons">Every reason found, in plain words with its field.</param>
public sealed record SalesOrderRejected(OrderKey Key, string Class, IReadOnlyList<Reason> Reasons) : IOrderMessage;
