namespace Integration.Contracts.Products;

/// <summary>A category that a product is listed in.</summary>
/// <param name="Code">The system's id of the category.</param>
/// <param name="Name">Its name, or null.</param>
public sealed record ProductCategory(string Code, string? Name = null);
