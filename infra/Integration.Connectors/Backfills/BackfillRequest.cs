namespace Integration.Connectors.Backfills;

/// <summary>What an operator asks for.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Lane">The lane.</param>
/// <param name="Since">Nothing placed or made before; null for where the lane begins by itself.</param>
/// <param name="DryRun">True to count only.</param>
internal sealed record BackfillRequest(string Pair, string Lane, DateTimeOffset? Since, bool DryRun);
