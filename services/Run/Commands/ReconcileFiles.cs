namespace Integration.Run.Commands;

/// <summary>Where a reconciliation's result is to be written; null for nowhere.</summary>
/// <param name="Json">The whole result.</param>
/// <param name="Findings">The findings as CSV.</param>
/// <param name="Totals">The totals as CSV.</param>
internal sealed record ReconcileFiles(string? Json, string? Findings, string? Totals);
