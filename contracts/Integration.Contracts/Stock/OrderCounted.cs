using Integration.Contracts.Orders;

namespace Integration.Contracts.Stock;

/// <summary>The ERP's stock figures count a storefront order from now on, or do not any more (it went back on hold).</summary>
/// <param name="Pair">The pair whose gateway is told: the order's own, and every other that shares the ERP.</param>
/// <param name="Key">The order.</param>
/// <param name="Counts">False: it is no longer counted.</param>
/// <param name="Ticket">Its place in the ERP connection's one sequence, taken after the ERP showed the state: readings with a higher ticket contain the order.</param>
/// <param name="Lines">What the ERP's order holds; pieces beyond it are not counted.</param>
public sealed record OrderCounted(string Pair, OrderKey Key, bool Counts, long Ticket, IReadOnlyList<StockLine> Lines);
