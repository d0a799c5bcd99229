namespace Integration.Contracts.Products;

/// <summary>One attribute of a product or variant.</summary>
/// <param name="Code">The system's code of the attribute, or its name where it has none.</param>
/// <param name="Value">Its value as people read it; several values with a comma between.</param>
/// <param name="Name">What people call the attribute; null when that is the code.</param>
public sealed record ProductAttribute(string Code, string Value, string? Name = null);
