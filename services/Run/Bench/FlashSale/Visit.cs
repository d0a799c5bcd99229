namespace Integration.Run.Bench.FlashSale;

/// <summary>One stop of an order's way.</summary>
/// <param name="Station">Where.</param>
/// <param name="MeanMs">How long it is served, on average.</param>
/// <param name="IsCreated">The ERP has the order when this stop is over.</param>
internal sealed record Visit(Station Station, double MeanMs, bool IsCreated = false);
