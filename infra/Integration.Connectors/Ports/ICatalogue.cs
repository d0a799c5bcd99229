namespace Integration.Connectors.Ports;

/// <summary>Lists every product and variant with its SKU, for storefronts that cannot be asked for one.</summary>
public interface ICatalogue
{
    /// <summary>How slowly it is read.</summary>
    CrawlSchedule Schedule { get; }

    /// <summary>Reads one page, from 1, in an order that stays the same while nothing changes.</summary>
    Task<CataloguePage> PageAsync(int page, CancellationToken ct);
}
