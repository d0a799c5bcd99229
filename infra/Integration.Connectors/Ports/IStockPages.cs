namespace Integration.Connectors.Ports;

/// <summary>Reads the levels of everything that a storefront sells, a page at a time: for comparing both sides.</summary>
public interface IStockPages
{
    /// <summary>Reads one page, from 1, in an order that stays the same while nothing is made or deleted.</summary>
    Task<StockPage> PageAsync(int page, CancellationToken ct);
}
