using Integration.Contracts.Orders;

namespace Integration.Contracts.Stock;

/// <summary>An order of another shop of the same ERP takes stock, or gives it back.</summary>
/// <param name="Pair">The pair whose gateway is told; not the order's own.</param>
/// <param name="Key">The order.</param>
/// <param name="Sequence">Number of the order's snapshot; lower ones than already seen are ignored.</param>
/// <param name="Lines">What it takes; empty when it was cancelled, declined or deleted.</param>
public sealed record StockReserved(string Pair, OrderKey Key, long Sequence, IReadOnlyList<StockLine> Lines);
