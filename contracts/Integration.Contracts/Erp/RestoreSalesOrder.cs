using Integration.Contracts.Orders;

namespace Integration.Contracts.Erp;

/// <summary>Asks the ERP side to make sure that an order which a reconciliation missed there is really gone, and if so to let it be written anew.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Reference">Our external reference in the ERP.</param>
/// <param name="Number">The storefront's order number.</param>
/// <param name="Operator">Who asked.</param>
public sealed record RestoreSalesOrder(OrderKey Key, string Reference, string Number, string Operator) : IOrderMessage;
