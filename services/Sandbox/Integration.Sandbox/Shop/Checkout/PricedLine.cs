namespace Integration.Sandbox.Shop.Checkout;

/// <summary>A line as the arithmetic sees it.</summary>
/// <param name="NetPrice">Price of one piece, options included.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="TaxPercent">Tax rate in percent; 0 when the line is not taxed.</param>
internal sealed record PricedLine(decimal NetPrice, int Quantity, decimal TaxPercent);
