namespace Integration.Contracts.Orders;

/// <summary>A discount on the whole order.</summary>
/// <param name="Code">The storefront's code of the discount.</param>
/// <param name="Name">What the customer saw.</param>
/// <param name="Amount">Positive, rounded to the order's currency.</param>
/// <param name="Coupon">The coupon code that gave it, or null.</param>
public sealed record OrderDiscount(string Code, string Name, decimal Amount, string? Coupon = null);
