namespace Integration.Connectors.Ports;

/// <summary>
/// Stock levels of a storefront that takes any level at any time: a sale between reading and setting is overwritten. Whoever sets looks at the
/// orders before and after.
/// </summary>
public interface IPlainStockLevels
{
    /// <summary>Looks these SKUs up; null when the storefront cannot be asked for a SKU. A SKU of several items gives all, an unknown one none.</summary>
    Task<StockReading?> FindAsync(IReadOnlyCollection<string> skus, CancellationToken ct);

    /// <summary>Reads the levels of these items; one that is gone is left out.</summary>
    Task<StockReading> ReadAsync(IReadOnlyCollection<StockItem> items, CancellationToken ct);

    /// <summary>Sets levels whatever they are: <see cref="StockChange.From"/> is not looked at. Gives one result per change, in the same order.</summary>
    Task<IReadOnlyList<StockResult>> SetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct);
}
