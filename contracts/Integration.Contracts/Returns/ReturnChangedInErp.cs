using Integration.Contracts.Orders;

namespace Integration.Contracts.Returns;

/// <summary>A return of this order was made, received or given up in the ERP.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The order's number in the shop.</param>
/// <param name="Sequence">Rises with every reading of the return; a lower one is old.</param>
/// <param name="Return">The return as it is now.</param>
public sealed record ReturnChangedInErp(OrderKey Key, string Number, long Sequence, ErpReturn Return) : IOrderMessage;
