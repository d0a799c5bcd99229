namespace Integration.Contracts.Products;

/// <summary>A price beside the one for everybody.</summary>
/// <param name="Group">Price class or membership of the customers it is for; null for all of them.</param>
/// <param name="Quantity">The quantity from which it counts, in sales units; 1 for any.</param>
/// <param name="Amount">Price of one sales unit.</param>
/// <param name="Currency">ISO 4217 code; null when it is the currency that the system keeps its prices in.</param>
public sealed record ProductPrice(string? Group, decimal Quantity, decimal Amount, string? Currency = null);
