namespace Integration.Contracts.Orders;

/// <summary>A tax of the order that is charged on top of the prices.</summary>
/// <param name="Code">The storefront's tax code.</param>
/// <param name="Name">What the customer saw.</param>
/// <param name="Amount">Rounded to the order's currency.</param>
public sealed record OrderTax(string Code, string Name, decimal Amount);
