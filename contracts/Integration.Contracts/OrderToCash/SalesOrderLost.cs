using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP has lost the order without a word: a fresh look found it neither by our reference nor by its own number. It may be submitted again.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Reference">Our external reference.</param>
/// <param name="Operator">Who asked for it to be looked for.</param>
public sealed record SalesOrderLost(OrderKey Key, string Reference, string Operator) : IOrderMessage;
