using Integration.Connectors.Ports;
using Integration.XCart.AddOn;

namespace Integration.XCart.InUse;

/// <summary>Lists the catalogue where neither the API in use nor the add-on can be asked for a SKU.</summary>
internal sealed class CatalogueInUse(ShopInUse shop, CrawlSchedule schedule) : ICatalogue
{
    public CrawlSchedule Schedule => schedule;

    public async Task<CataloguePage> PageAsync(int page, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        if (api is null) return new CataloguePage.Failed(why!);
        return (await api.AddOn.StandAsync(ct)).Can(AddOnCalls.Stock) ? new CataloguePage.NotNeeded() : await api.CatalogueAsync(page, ct);
    }
}
