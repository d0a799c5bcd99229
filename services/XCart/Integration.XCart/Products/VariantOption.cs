namespace Integration.XCart.Products;

/// <summary>An attribute that tells the variants of a product from each other.</summary>
/// <param name="Name">Its name, such as <c>Colour</c>.</param>
/// <param name="Values">Its values, in the order in which the variants have them first.</param>
internal sealed record VariantOption(string Name, IReadOnlyList<string> Values);
