using Integration.Contracts.Orders;

namespace Integration.Connectors.DryRuns;

/// <summary>An order for a dry run.</summary>
/// <param name="Order">The canonical order; holds personal data.</param>
/// <param name="From">Where it comes from, in plain words.</param>
public sealed record ReadOrder(Order Order, string From);
