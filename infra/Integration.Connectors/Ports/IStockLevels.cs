namespace Integration.Connectors.Ports;

/// <summary>Stock levels of a storefront that sets them only if they still are what was read: no sale in between is overwritten.</summary>
public interface IStockLevels
{
    /// <summary>Reads the levels of these SKUs. A SKU that several items share gives all of them, an unknown one gives none.</summary>
    Task<StockReading> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken ct);

    /// <summary>Reads the levels of these products and all of their variants.</summary>
    Task<StockReading> ReadProductsAsync(IReadOnlyCollection<string> products, CancellationToken ct);

    /// <summary>
    /// Sets levels, each by itself and only if it still is what was read. Gives one result per change, in the same order; after a call without
    /// answer read the levels again before anything is set anew.
    /// </summary>
    Task<IReadOnlyList<StockResult>> CompareAndSetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct);
}
