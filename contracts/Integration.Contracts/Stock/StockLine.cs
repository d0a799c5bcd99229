namespace Integration.Contracts.Stock;

/// <summary>Pieces of a SKU that an order takes.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">How many, in the storefront's unit.</param>
public sealed record StockLine(string Sku, decimal Quantity);
