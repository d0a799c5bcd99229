namespace Integration.OrderToCash.Saga;

/// <summary>A line of an outline.</summary>
/// <param name="Id">The storefront's line id.</param>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Amount">What it costs in all.</param>
public sealed record OutlineLine(string Id, string Sku, decimal Quantity, decimal Amount);
