using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>
/// The screening of an order is done. Today the pair's flow rules give it inside the saga's service; a scoring service may send it
/// instead where the flow document says <c>"screening": "external"</c>.
/// </summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Verdict">What the screening asks for.</param>
/// <param name="Anomaly">0 (ordinary) to 1 (very unusual), or null when not scored.</param>
/// <param name="Credit">0 (bad) to 1 (good), or null when not scored.</param>
/// <param name="Reasons">Plain words for the operator; empty when the order passes.</param>
/// <param name="Model">What decided: <c>flow-rules</c> or a model's name.</param>
/// <param name="Version">Version of the rules or model.</param>
public sealed record OrderScreened(
    OrderKey Key, ScreeningVerdict Verdict, decimal? Anomaly, decimal? Credit, IReadOnlyList<string> Reasons, string Model, string Version) : IOrderMessage;
