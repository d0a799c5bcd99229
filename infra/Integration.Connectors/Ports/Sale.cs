using Integration.Contracts.Stock;

namespace Integration.Connectors.Ports;

/// <summary>What an order takes from stock.</summary>
/// <param name="HoldsStock">False once the storefront gave the goods back: cancelled, declined.</param>
/// <param name="Lines">Its lines.</param>
public sealed record Sale(bool HoldsStock, IReadOnlyList<StockLine> Lines);
