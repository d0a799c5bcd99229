namespace Integration.Sandbox.Shop.Checkout;

/// <summary>What the arithmetic makes of a cart.</summary>
/// <param name="Subtotals">Per line, rounded.</param>
/// <param name="DiscountedSubtotals">Per line; up to three decimals on the last one.</param>
/// <param name="Subtotal">Sum of <paramref name="Subtotals"/>.</param>
/// <param name="Surcharges">In X-Cart's order.</param>
/// <param name="Total">What the customer pays.</param>
internal sealed record PricedOrder(
    IReadOnlyList<decimal> Subtotals,
    IReadOnlyList<decimal> DiscountedSubtotals,
    decimal Subtotal,
    IReadOnlyList<Surcharge> Surcharges,
    decimal Total);
