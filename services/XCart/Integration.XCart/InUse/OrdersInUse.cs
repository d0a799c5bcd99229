using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;

namespace Integration.XCart.InUse;

/// <summary>Reads orders over the API in use.</summary>
internal sealed class OrdersInUse(ShopInUse shop) : IStorefrontOrders
{
    public bool HintsEveryChange => shop.Known?.Orders.HintsEveryChange == true;

    public async Task<ReadOutcome<Order>> ReadAsync(PairDefinition pair, string id, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new ReadOutcome<Order>.Failed(why!) : await api.Orders.ReadAsync(pair, id, ct);
    }

    public async IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        if (api is null)
        {
            yield return new ChangePage([], null, Last: false, why);
            yield break;
        }

        await foreach (var page in api.Orders.ChangedSinceAsync(since, ct)) yield return page;
    }
}
