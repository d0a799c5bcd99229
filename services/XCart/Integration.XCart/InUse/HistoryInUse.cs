using Integration.Connectors.Ports;

namespace Integration.XCart.InUse;

/// <summary>Lists orders of the past over the API in use.</summary>
internal sealed class HistoryInUse(ShopInUse shop) : IOrderHistory
{
    public async Task<ListedPage> PageAsync(DateTimeOffset since, string? cursor, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new ListedPage.Failed(why!) : await api.HistoryAsync(since, cursor, ct);
    }
}
