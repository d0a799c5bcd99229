using System.Runtime.CompilerServices;
using Integration.Acumatica.Fulfilment;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Ports;

namespace Integration.Acumatica.Products;

/// <summary>
/// Lists changed items of every kind, and those whose prices changed: a price does not move its item's stamp. The prices are one big answer, so that they
/// are asked for less often; what changed meanwhile is then listed all the same.
/// </summary>
internal sealed class ItemSweep(EntityClient client, SessionPool sessions, ItemPrices prices, AcumaticaSettings settings, TimeProvider clock)
{
    private readonly ChangeSweep _sweep = new(client, sessions, settings.PageSize);
    private DateTimeOffset? _pricesRead;

    /// <summary>The pages; a failed one is the last.</summary>
    public async IAsyncEnumerable<ChangePage> PagesAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var kind in ItemKinds.All)
        {
            var source = new SweptEntity(kind.Entity, "InventoryID", kind.Stamp, $"InventoryID,{kind.Stamp}", null, item => item.Text("InventoryID"));
            await foreach (var page in _sweep.PagesAsync(source, since, ct))
            {
                yield return page with { Last = false };
                if (page.Failure is not null) yield break;
            }
        }

        yield return await PricesAsync(since, ct);
    }

    private async Task<ChangePage> PricesAsync(DateTimeOffset since, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_pricesRead is { } read && now - read < settings.PricesEvery) return new ChangePage([], null, Last: true);
        var from = (_pricesRead is { } last && last < since ? last : since) - settings.PricesEvery;
        var (items, failure) = await prices.ChangedAsync(from, now, ct);
        if (failure is not null) return new ChangePage([], null, Last: false, failure);
        _pricesRead = now;
        return new ChangePage([.. items.Select(item => new ChangedRecord(item.InventoryId, item.At))], null, Last: true);
    }
}
