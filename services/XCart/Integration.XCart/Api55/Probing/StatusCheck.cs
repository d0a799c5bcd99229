using Integration.Connectors.Ports;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Orders.Canonical;

namespace Integration.XCart.Api55.Probing;

/// <summary>Which status codes the newest orders carry; the API has no list of all.</summary>
internal static class StatusCheck
{
    public static IReadOnlyList<ProbeFinding> Of(IReadOnlyList<OrderOutput> newest) =>
    [
        Finding("payment statuses", StatusCodes.PaymentLookup, newest.Select(order => order.PaymentStatus?.Code), StatusCodes.KnowsPayment),
        Finding("shipping statuses", StatusCodes.ShippingLookup, newest.Select(order => order.ShippingStatus?.Code), StatusCodes.KnowsShipping),
    ];

    private static ProbeFinding Finding(string check, string lookup, IEnumerable<string?> codes, Func<string, bool> knows)
    {
        var own = codes.Where(code => code is { Length: > 0 } && !knows(code)).Distinct(StringComparer.Ordinal).ToArray();
        return own.Length == 0
            ? new ProbeFinding(check, ProbeLevel.NotChecked, "The API has no list of the shop's statuses; the newest orders carry X-Cart's own codes only.")
            : new ProbeFinding(check, ProbeLevel.Warning, $"The newest orders carry codes of the shop's own: {string.Join(", ", own)}. Orders with them wait.", $"Name them in the pair's lookup {lookup}.");
    }
}
