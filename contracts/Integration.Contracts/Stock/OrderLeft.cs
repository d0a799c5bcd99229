using Integration.Contracts.Orders;

namespace Integration.Contracts.Stock;

/// <summary>The storefront shows that the order's goods have left, so that the ERP's next figures are to be taken as counting it.</summary>
/// <param name="Key">The order.</param>
/// <param name="Lines">What it took.</param>
public sealed record OrderLeft(OrderKey Key, IReadOnlyList<StockLine> Lines);
