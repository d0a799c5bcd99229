using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>
/// A scoring service's answer to <see cref="ScreenOrder"/>, where the pair's flow document says <c>"screening": { "service": "external" }</c>.
/// An order that it lets pass is still looked at by the rules of the flow document.
/// </summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Verdict">What the screening asks for.</param>
/// <param name="Anomaly">0 (ordinary) to 1 (very unusual), or null when not scored.</param>
/// <param name="Credit">0 (bad) to 1 (good), or null when not scored.</param>
/// <param name="Reasons">Plain words for the operator; empty when the order passes.</param>
/// <param name="Model">What decided: <c>flow-rules</c> or a model's name.</param>
/// <param name="Version">Version of the rules or model.</param>
/// <param name="Sequence">The sequence of <see cref="ScreenOrder"/>, so that an answer about an older snapshot is ignored; 0 for a service that does not tell.</param>
public sealed record OrderScreened(
    OrderKey Key, ScreeningVerdict Verdict, decimal? Anomaly, decimal? Credit, IReadOnlyList<string> Reasons, string Model, string Version, long Sequence = 0) : IOrderMessage;
