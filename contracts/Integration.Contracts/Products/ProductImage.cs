namespace Integration.Contracts.Products;

/// <summary>A picture of a product.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Alt">What it shows, in words; null when nobody wrote it.</param>
public sealed record ProductImage(string Url, string? Alt = null);
