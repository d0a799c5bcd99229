using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.XCart.InUse;

/// <summary>What orders take, over the API in use.</summary>
internal sealed class SalesInUse(ShopInUse shop) : ISales
{
    public async Task<ReadOutcome<Sale>> ReadAsync(string orderId, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new ReadOutcome<Sale>.Failed(why!) : await api.Sales.ReadAsync(orderId, ct);
    }
}
