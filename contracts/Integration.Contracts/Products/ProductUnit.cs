namespace Integration.Contracts.Products;

/// <summary>A unit of measure of a product.</summary>
/// <param name="Code">The system's code, such as <c>BOX</c>.</param>
/// <param name="BaseUnits">How many base units one of it holds.</param>
public sealed record ProductUnit(string Code, decimal BaseUnits);
