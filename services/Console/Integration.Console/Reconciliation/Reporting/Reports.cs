using Integration.Console.Reconciliation.Settlement;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Reporting;

/// <summary>Tells what reconciliations found.</summary>
internal static class Reports
{
    /// <summary>One run with its findings, or null.</summary>
    public static async Task<ReconciliationReport?> GetAsync(IUnit unit, string id, CancellationToken ct) =>
        await ReconciliationStore.GetAsync(unit, id, ct) is { } run ? await OfAsync(unit, run, withFindings: true, ct) : null;

    /// <summary>The newest runs, without their findings.</summary>
    public static async Task<IReadOnlyList<ReconciliationReport>> NewestAsync(IUnit unit, string? pair, int take, CancellationToken ct)
    {
        var reports = new List<ReconciliationReport>();
        foreach (var run in await ReconciliationStore.NewestAsync(unit, pair, take, ct)) reports.Add(await OfAsync(unit, run, withFindings: false, ct));
        return reports;
    }

    private static async Task<ReconciliationReport> OfAsync(IUnit unit, RunRow run, bool withFindings, CancellationToken ct)
    {
        var findings = await ReconciliationStore.FindingsAsync(unit, run.Id, ct);
        int In(params string[] states) => findings.Count(finding => states.Contains(finding.State));
        return new ReconciliationReport
        {
            Id = run.Id,
            Pair = run.Pair,
            FirstDay = run.First,
            LastDay = run.Last,
            State = run.State,
            Note = run.Note,
            Pass = run.Pass,
            Operator = run.Operator,
            StartedAt = UnixTime.FromUnixMs(run.StartedAt),
            FinishedAt = run.FinishedAt is { } ms ? UnixTime.FromUnixMs(ms) : null,
            Checked = run.Checked,
            Found = In(FindingStates.Healing, FindingStates.Healed, FindingStates.Open),
            Healed = In(FindingStates.Healed),
            Remaining = In(FindingStates.Open, FindingStates.Healing),
            FalseAlarms = In(FindingStates.FalseAlarm),
            Explained = In(FindingStates.Explained),
            InFlight = In(FindingStates.InFlight, FindingStates.Seen),
            Lists = [.. (await ReconciliationStore.ListsAsync(unit, run.Id, ct)).Select(list => new ListedSide(list.Entity, list.Side, list.State, list.Count, list.Note))],
            Totals = [.. (await ReconciliationStore.TotalsAsync(unit, run.Id, ct)).Select(Total)],
            Settlement = [.. (await SettlementTotals.OfAsync(unit, run.Id, ct)).Select(Settled)],
            Findings = withFindings ? [.. findings.Select(Finding)] : [],
        };
    }

    private static ReconciliationTotal Total(TotalRow row) => new(
        row.Entity, row.PartOf, row.Currency, row.StoreCount, Millionths.Back(row.StoreAmount) ?? 0, row.ErpCount, Millionths.Back(row.ErpAmount) ?? 0);

    private static SettlementTotal Settled(SettlementTotalRow row) => new(
        row.Provider, row.Currency, row.Captures, Amount(row.Captured), row.Refunds, Amount(row.Refunded), Amount(row.Fees), Amount(row.Expected), Amount(row.Payout),
        Amount(row.Expected - row.Payout), Amount(row.StoreCaptured), Amount(row.StoreRefunded), Amount(row.ErpCaptured), Amount(row.ErpRefunded));

    private static decimal Amount(long millionths) => Millionths.Back(millionths) ?? 0;

    private static ReconciliationFinding Finding(FindingRow row) => new(
        row.Entity, row.Key, row.Number, row.Cause, row.State, row.StoreId, row.ErpId, Millionths.Back(row.StoreAmount), Millionths.Back(row.ErpAmount), row.Currency, row.Words);
}
