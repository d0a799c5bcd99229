namespace Integration.Tests.Compliance.Erp;

/// <summary>What the warehouse sends.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Tracking">The tracking number.</param>
public sealed record Parcel(string Sku, decimal Quantity, string Tracking);
