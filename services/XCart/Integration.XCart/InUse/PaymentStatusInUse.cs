using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.XCart.InUse;

/// <summary>Sets the payment status over the API in use.</summary>
internal sealed class PaymentStatusInUse(ShopInUse shop) : IPaymentStatusWriter
{
    public async Task<LookOutcome> LookAsync(string orderId, string code, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new LookOutcome.Failed(why!) : await api.PaymentStatus.LookAsync(orderId, code, ct);
    }

    public async Task<WriteOutcome> SetAsync(string orderId, string code, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? why! : await api.PaymentStatus.SetAsync(orderId, code, ct);
    }
}
