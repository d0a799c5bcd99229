using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.XCart.InUse;

/// <summary>Adds tracking numbers over the API in use.</summary>
internal sealed class TrackingInUse(ShopInUse shop) : ITrackingWriter
{
    public async Task<LookOutcome> LookAsync(string orderId, string trackingNumber, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new LookOutcome.Failed(why!) : await api.Tracking.LookAsync(orderId, trackingNumber, ct);
    }

    public async Task<WriteOutcome> AddAsync(string orderId, string trackingNumber, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? why! : await api.Tracking.AddAsync(orderId, trackingNumber, ct);
    }

    public async Task<bool> AddsOnceAsync(CancellationToken ct) => (await shop.ApiAsync(ct)).Api is { } api && await api.Tracking.AddsOnceAsync(ct);
}
