using Integration.Contracts.Orders;

namespace Integration.XCart.Orders;

/// <summary>A line of an order.</summary>
/// <param name="Id">The shop's line id.</param>
/// <param name="Sku">The variant's own SKU where it has one.</param>
/// <param name="Name">The product's name when it was ordered.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Subtotal">The line with its options, before order discounts.</param>
/// <param name="Options">What the customer chose; empty where the API does not tell.</param>
internal sealed record ShopLine(long Id, string? Sku, string? Name, decimal Quantity, decimal Subtotal, IReadOnlyList<LineOption> Options);
