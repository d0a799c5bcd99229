namespace Integration.XCart.Products;

/// <summary>An attribute of options as a product has it.</summary>
/// <param name="Id">The shop's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Options">Its options.</param>
internal sealed record ShelfAttribute(long Id, string Name, IReadOnlyList<ShelfOption> Options);
