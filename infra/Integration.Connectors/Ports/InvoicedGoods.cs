namespace Integration.Connectors.Ports;

/// <summary>Goods on one line of a released invoice.</summary>
/// <param name="Type">The document's type.</param>
/// <param name="Number">Its number.</param>
/// <param name="Line">Number of its line.</param>
/// <param name="Quantity">How many.</param>
public sealed record InvoicedGoods(string Type, string Number, int Line, decimal Quantity);
