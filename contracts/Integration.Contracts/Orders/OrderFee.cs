namespace Integration.Contracts.Orders;

/// <summary>A fee other than shipping, such as handling.</summary>
/// <param name="Code">The storefront's code.</param>
/// <param name="Name">What the customer saw.</param>
/// <param name="Amount">Rounded to the order's currency.</param>
public sealed record OrderFee(string Code, string Name, decimal Amount);
