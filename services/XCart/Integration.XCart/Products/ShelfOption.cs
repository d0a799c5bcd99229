namespace Integration.XCart.Products;

/// <summary>An option of an attribute as the shop has it.</summary>
/// <param name="Id">The shop's id of the option.</param>
/// <param name="Name">What customers choose.</param>
/// <param name="Value">The id under which the product has it as a value, of which variants are made; null when it has not.</param>
internal sealed record ShelfOption(long Id, string Name, long? Value);
