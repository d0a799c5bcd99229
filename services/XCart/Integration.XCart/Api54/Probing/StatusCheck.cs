using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Orders.Canonical;

namespace Integration.XCart.Api54.Probing;

/// <summary>Which status codes the shop has, and which of them are the merchant's own.</summary>
internal sealed class StatusCheck(RestApi shop)
{
    public async Task<IReadOnlyList<ProbeFinding>> RunAsync(CancellationToken ct) =>
    [
        Finding("payment statuses", StatusCodes.PaymentLookup, await shop.ListAsync<StoredStatus>("order-status-payment", "", ct), StatusCodes.KnowsPayment),
        Finding("shipping statuses", StatusCodes.ShippingLookup, await shop.ListAsync<StoredStatus>("order-status-shipping", "", ct), StatusCodes.KnowsShipping),
    ];

    private static ProbeFinding Finding(string check, string lookup, ShopAnswer<IReadOnlyList<StoredStatus>> answer, Func<string, bool> knows)
    {
        if (answer is not ShopAnswer<IReadOnlyList<StoredStatus>>.Given { Value: var statuses })
            return new ProbeFinding(check, ProbeLevel.Warning, "The shop's statuses cannot be read.", "Check that the key may read them.");
        var codes = statuses.Select(status => status.Code).OfType<string>().ToArray();
        var own = codes.Where(code => !knows(code)).ToArray();
        return own.Length == 0
            ? new ProbeFinding(check, ProbeLevel.Ok, $"The shop has {string.Join(", ", codes)}.")
            : new ProbeFinding(check, ProbeLevel.Warning, $"The shop has codes of its own: {string.Join(", ", own)}. Orders with them wait.", $"Name them in the pair's lookup {lookup}.");
    }
}
