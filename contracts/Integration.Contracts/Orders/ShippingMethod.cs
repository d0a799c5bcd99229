namespace Integration.Contracts.Orders;

/// <summary>How the customer wants the goods sent.</summary>
/// <param name="Code">The storefront's id of the method; may be empty when the method was deleted.</param>
/// <param name="Name">Its title, the usual key of the ship-via lookup.</param>
public sealed record ShippingMethod(string Code, string Name);
