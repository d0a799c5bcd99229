using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP released an invoice for the order.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The invoice number.</param>
public sealed record InvoicePosted(OrderKey Key, string Number) : IOrderMessage;
