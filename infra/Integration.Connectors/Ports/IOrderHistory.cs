namespace Integration.Connectors.Ports;

/// <summary>Lists the orders of a storefront by the moment they were placed, for a backfill.</summary>
public interface IOrderHistory
{
    /// <summary>
    /// Reads one page of the orders placed at or after <paramref name="since"/>, newest first. No order that stands still is left out because others
    /// come or go meanwhile; one may be given twice.
    /// </summary>
    /// <param name="since">Nothing placed before is given.</param>
    /// <param name="cursor">Null for the first page, then <see cref="ListedPage.Read.Next"/> of the page before, also after a restart.</param>
    /// <param name="ct">Cancels.</param>
    Task<ListedPage> PageAsync(DateTimeOffset since, string? cursor, CancellationToken ct);
}
