using Integration.Connectors.Effects;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>The ERP's customer of an order.</summary>
/// <param name="ErpId">The id, or null when <paramref name="Run"/> says why there is none.</param>
/// <param name="Run">The effect that was run, or null when the customer was known.</param>
internal sealed record CustomerResult(string? ErpId, EffectRun? Run = null);
