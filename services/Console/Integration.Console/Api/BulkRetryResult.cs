namespace Integration.Console.Api;

/// <summary>What a bulk retry did. Running it again goes on with what is still open.</summary>
/// <param name="Retried">Entries sent again now.</param>
/// <param name="Skipped">Entries that moved on meanwhile or cannot be retried.</param>
public sealed record BulkRetryResult(int Retried, int Skipped);
