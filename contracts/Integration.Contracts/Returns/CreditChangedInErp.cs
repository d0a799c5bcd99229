using Integration.Contracts.Orders;

namespace Integration.Contracts.Returns;

/// <summary>A credit memo or refund of this order was released or taken back in the ERP.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Number">The order's number in the shop.</param>
/// <param name="Sequence">Rises with every reading of the document; a lower one is old.</param>
/// <param name="Credit">The document as it is now.</param>
public sealed record CreditChangedInErp(OrderKey Key, string Number, long Sequence, ErpCredit Credit) : IOrderMessage;
