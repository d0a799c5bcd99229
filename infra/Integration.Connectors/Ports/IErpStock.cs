namespace Integration.Connectors.Ports;

/// <summary>Reads the stock figures of an ERP. Which figure is read is the connection's setting; it stays the same over all calls.</summary>
public interface IErpStock
{
    /// <summary>From which state on the figure has an order deducted.</summary>
    CountsOrdersFrom CountsOrdersFrom { get; }

    /// <summary>How many SKUs are well read together.</summary>
    int BatchSize { get; }

    /// <summary>SKUs whose figure changed at or after <paramref name="since"/> by the ERP's clock; a change that moves no stamp is not among them.</summary>
    IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Reads these SKUs afresh, one figure for each: an unknown one, and one of which no stock is kept, has no places.</summary>
    Task<ErpStockReading> ReadAsync(IReadOnlyList<string> skus, CancellationToken ct);

    /// <summary>Reads all SKUs of which stock is kept, a page at a time.</summary>
    /// <param name="after">Empty for the first page, then <see cref="ErpStockReading.Read.Next"/> of the page before.</param>
    /// <param name="ct">Cancels.</param>
    Task<ErpStockReading> PageAsync(string after, CancellationToken ct);
}
