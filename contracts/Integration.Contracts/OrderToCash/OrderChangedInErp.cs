using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP's order moved.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Sequence">Number of this snapshot of the ERP order, rising.</param>
/// <param name="Status">The ERP's status in canonical terms.</param>
/// <param name="ErpStatus">The ERP's own word for it.</param>
public sealed record OrderChangedInErp(OrderKey Key, long Sequence, ErpOrderStatus Status, string ErpStatus) : IOrderMessage;
