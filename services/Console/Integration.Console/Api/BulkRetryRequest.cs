namespace Integration.Console.Api;

/// <summary>Retries all open entries that match.</summary>
/// <param name="Pair">Only this pair, or null.</param>
/// <param name="Class">Only this class, or null.</param>
public sealed record BulkRetryRequest(string? Pair = null, string? Class = null);
