namespace Integration.Connectors.Ports;

/// <summary>Products of an ERP.</summary>
public interface IErpProducts : IProducts
{
    /// <summary>Products changed at or after <paramref name="since"/> by the ERP's clock, prices and variants counted with their product.</summary>
    IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct);
}
