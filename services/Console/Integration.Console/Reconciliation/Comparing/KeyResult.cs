namespace Integration.Console.Reconciliation.Comparing;

/// <summary>What came of comparing one key.</summary>
/// <param name="Counts">False for a key of another day.</param>
/// <param name="Found">The difference, or null.</param>
/// <param name="Store">The storefront's records that count in totals.</param>
/// <param name="Erp">The ERP's.</param>
internal sealed record KeyResult(bool Counts, Discrepancy? Found, IReadOnlyList<RecordRow> Store, IReadOnlyList<RecordRow> Erp)
{
    public static KeyResult Elsewhere { get; } = new(false, null, [], []);
}
