namespace Integration.Contracts.OrderToCash;

/// <summary>What a scoring service made of an order that it let pass, for columns of the ERP.</summary>
/// <param name="Anomaly">0 (ordinary) to 1 (very unusual), or null when not scored.</param>
/// <param name="Credit">0 (bad) to 1 (good), or null when not scored.</param>
public sealed record OrderScores(decimal? Anomaly, decimal? Credit);
