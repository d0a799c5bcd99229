using System.Text.Json.Nodes;
using Integration.Acumatica.Payments;
using Integration.Connectors.Ports;
using Integration.Connectors.Probing;

namespace Integration.Acumatica.Probing;

/// <summary>Codes that no entity of the endpoint lists: they are named, so that a person compares them.</summary>
internal static class UnlistedTargets
{
    private const string ReturnReasons = "return-reasons";
    private const string ReturnItems = "return-items";

    /// <summary>What the pair's lookups and the connection's settings lead to.</summary>
    public static IEnumerable<ProbeFinding> Of(JsonObject lookups, AcumaticaSettings settings)
    {
        foreach (var (reason, codes) in LookupValues.Of(lookups[ReturnReasons]))
            yield return Unseen($"lookup {ReturnReasons}, {codes}: reason code {reason}", $"Look for {reason} on Reason Codes (CS211000); its usage must be Issue or the order type's own.");
        foreach (var (type, codes) in LookupValues.Of(lookups[PaymentMappings.FeeTypes]))
            yield return Unseen($"lookup {PaymentMappings.FeeTypes}, {codes}: entry type {type}", $"Look for {type} on Entry Types (CA203000), and allow it on the cash accounts (CA202000).");
        if (lookups[ReturnReasons] is null && lookups[ReturnItems] is null) yield break;
        yield return Unseen($"setting returnOrderType: order type {settings.ReturnOrderType}", $"Look for an active {settings.ReturnOrderType} on Order Types (SO201000) that takes returns for credit.");
        yield return Unseen($"setting creditOrderType: order type {settings.CreditOrderType}", $"Look for an active {settings.CreditOrderType} on Order Types (SO201000) that makes credit memos.");
    }

    private static ProbeFinding Unseen(string what, string fix) => new("target", ProbeLevel.NotChecked, $"{what} cannot be listed over the API.", fix);
}
