namespace Integration.Sandbox.Shop;

/// <summary>One sales-tax rate, on discounted subtotal and shipping.</summary>
/// <param name="Country">Country of the shipping address, two letters.</param>
/// <param name="TaxClass">Tax class of the product; empty for every class.</param>
/// <param name="Percent">Rate in percent.</param>
/// <param name="State">State code, or null for the whole country.</param>
public sealed record SalesTaxRate(string Country, string TaxClass, decimal Percent, string? State = null);
