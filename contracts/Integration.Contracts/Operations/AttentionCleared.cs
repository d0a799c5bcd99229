namespace Integration.Contracts.Operations;

/// <summary>The open attention entries of a record are settled.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="RecordId">The storefront's record id.</param>
/// <param name="Class">Only this class, or null for all.</param>
/// <param name="Why">Plain words.</param>
/// <param name="At">When, UTC.</param>
public sealed record AttentionCleared(string Pair, string Entity, string RecordId, string? Class, string Why, DateTimeOffset At);
