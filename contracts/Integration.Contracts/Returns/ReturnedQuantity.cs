namespace Integration.Contracts.Returns;

/// <summary>How many of one item.</summary>
/// <param name="Sku">Stock keeping unit.</param>
/// <param name="Quantity">Pieces, positive.</param>
public sealed record ReturnedQuantity(string Sku, decimal Quantity);
