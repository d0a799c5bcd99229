using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP's order moved, or people there changed what it holds.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Sequence">Number of this snapshot of the ERP order, rising.</param>
/// <param name="Status">The ERP's status in canonical terms.</param>
/// <param name="ErpStatus">The ERP's own word for it.</param>
public sealed record OrderChangedInErp(OrderKey Key, long Sequence, ErpOrderStatus Status, string ErpStatus) : IOrderMessage
{
    /// <summary>What people in the ERP changed about its lines since the last agreed state; our own writes are not among them.</summary>
    public IReadOnlyList<OrderLineChange> Changes { get; init; } = [];

    /// <summary>The ERP's total when people there changed it, else null.</summary>
    public OrderTotalChange? Total { get; init; }
}
