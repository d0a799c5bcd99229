using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.XCart.InUse;

/// <summary>Notes the ERP's number over the API in use.</summary>
internal sealed class ErpNumberInUse(ShopInUse shop) : IErpNumberWriter
{
    public async Task<LookOutcome> LookAsync(string orderId, string erpNumber, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new LookOutcome.Failed(why!) : await api.ErpNumber.LookAsync(orderId, erpNumber, ct);
    }

    public async Task<WriteOutcome> WriteAsync(string orderId, string erpNumber, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? why! : await api.ErpNumber.WriteAsync(orderId, erpNumber, ct);
    }

    public async Task<bool> AddsOnceAsync(CancellationToken ct) => (await shop.ApiAsync(ct)).Api is { } api && await api.ErpNumber.AddsOnceAsync(ct);
}
