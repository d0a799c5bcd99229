namespace Integration.Sandbox.Shop.Admin;

/// <summary>A change to one line of an order.</summary>
/// <param name="Sku">SKU of the line.</param>
/// <param name="Quantity">New quantity; 0 removes the line; null leaves it.</param>
/// <param name="Price">New price of one piece; null leaves it.</param>
public sealed record EditedLine(string Sku, int? Quantity, decimal? Price);
