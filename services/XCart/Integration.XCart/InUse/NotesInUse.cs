using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.XCart.AddOn;

namespace Integration.XCart.InUse;

/// <summary>Adds staff notes over the API in use.</summary>
internal sealed class NotesInUse(ShopInUse shop) : IOrderNoteWriter
{
    public int LongestLine => AddOnOrders.LongestText;

    public async Task<LookOutcome> LookAsync(string orderId, string line, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new LookOutcome.Failed(why!) : await api.Notes.LookAsync(orderId, line, ct);
    }

    public async Task<WriteOutcome> AddAsync(string orderId, string line, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? why! : await api.Notes.AddAsync(orderId, line, ct);
    }

    public async Task<bool> AddsOnceAsync(CancellationToken ct) => (await shop.ApiAsync(ct)).Api is { } api && await api.Notes.AddsOnceAsync(ct);
}
