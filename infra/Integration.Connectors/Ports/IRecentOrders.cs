namespace Integration.Connectors.Ports;

/// <summary>
/// Lists orders placed lately, for storefronts whose change stamp does not tell of every change (a payment transaction that moved by itself): the
/// order lane reads them again from time to time, whatever their stamps say.
/// </summary>
public interface IRecentOrders
{
    /// <summary>How often, how far back and how many.</summary>
    RelookSchedule Schedule { get; }

    /// <summary>
    /// Lists orders placed at or after <paramref name="since"/>, newest first, page by page. The change stamps need not be known and are not used.
    /// Stops after a page with <see cref="ChangePage.Last"/> or <see cref="ChangePage.Failure"/>.
    /// </summary>
    IAsyncEnumerable<ChangePage> PlacedSinceAsync(DateTimeOffset since, CancellationToken ct);
}
