using System.Runtime.CompilerServices;
using Integration.Connectors.Ports;

namespace Integration.XCart.InUse;

/// <summary>Lists recent orders over the API in use. It runs from time to time by itself, so that it also keeps what is known of the add-on fresh.</summary>
internal sealed class RecentInUse(ShopInUse shop, RelookSchedule schedule) : IRecentOrders
{
    public RelookSchedule Schedule => schedule;

    public async IAsyncEnumerable<ChangePage> PlacedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        if (api is null)
        {
            yield return new ChangePage([], null, Last: false, why);
            yield break;
        }

        await api.AddOn.StandAsync(ct);
        await foreach (var page in api.PlacedSinceAsync(since, ct)) yield return page;
    }
}
