namespace Integration.Connectors.Ports;

/// <summary>A level to set.</summary>
/// <param name="Item">Whose.</param>
/// <param name="From">What was read.</param>
/// <param name="To">What it shall be.</param>
public sealed record StockChange(StockItem Item, long From, long To);
