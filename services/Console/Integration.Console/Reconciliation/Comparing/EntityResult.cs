using Integration.Console.Reconciliation.Settlement;

namespace Integration.Console.Reconciliation.Comparing;

/// <summary>What came of comparing all records of an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Checked">Keys compared.</param>
/// <param name="Found">The differences, at most <see cref="EntityComparison.MostFindings"/>.</param>
/// <param name="Totals">Counts and amounts of both sides.</param>
/// <param name="TooMany">True when there were more.</param>
internal sealed record EntityResult(string Entity, int Checked, IReadOnlyList<Discrepancy> Found, IReadOnlyList<TotalRow> Totals, bool TooMany)
{
    /// <summary>What a settlement file adds up to; null for everything else.</summary>
    public IReadOnlyList<SettlementTotalRow>? Settlement { get; init; }

    /// <summary>What else is to be known; empty for nothing.</summary>
    public string Note { get; init; } = "";
}
