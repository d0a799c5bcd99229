using Integration.Connectors.Pairs;
using Integration.Console.Reconciliation.Comparing;
using Integration.Console.Reconciliation.Settlement;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Running;

/// <summary>Ends a look: compares, judges every difference, has mended what can be, and says whether another look follows.</summary>
internal sealed class PassEnd(EntityComparison comparison, SettlementComparison settlements, Healing healing, RunEnd end, PairCatalog pairs, TimeProvider clock)
{
    /// <summary>Compares the lists that both sides gave in this look.</summary>
    public async Task<IReadOnlyList<EntityResult>> CompareAsync(RunRow run, CancellationToken ct)
    {
        if (pairs.Find(run.Pair) is not { } pair) return [];
        var results = new List<EntityResult>();
        foreach (var entity in await end.ListedAsync(run, ct))
        {
            results.Add(entity == SettlementKeys.Entity
                ? await settlements.RunAsync(run, pair, ct)
                : await comparison.RunAsync(run.Id, EntityRule.Of(entity)!, run.Days(pair.TimeZone), ct));
        }

        return results;
    }

    /// <summary>Stores what came of it.</summary>
    public async Task StoreAsync(IUnit unit, RunRow run, IReadOnlyList<EntityResult> results, CancellationToken ct)
    {
        if (pairs.Find(run.Pair) is not { } pair)
        {
            await end.FailAsync(unit, run, "The pair is gone, or its file cannot be used.", ct);
            return;
        }

        var known = (await ReconciliationStore.FindingsAsync(unit, run.Id, ct)).ToDictionary(finding => (finding.Entity, finding.Key, finding.Cause));
        foreach (var result in results)
        {
            await JudgeAsync(unit, run, pair.Reconciliation, result, known, ct);
            await ReconciliationStore.PutTotalsAsync(unit, run.Id, result.Entity, result.Totals, ct);
            if (result.Settlement is { } settled) await SettlementTotals.PutAsync(unit, run.Id, settled, ct);
            if (result.Note.Length > 0) run = run with { Note = result.Note };
            if (run.Pass == 1) run = run with { Checked = run.Checked + result.Checked };
            if (result.TooMany) run = run with { Note = $"More than {EntityComparison.MostFindings} differences in {EntityRule.Of(result.Entity)?.Title ?? "the settlement file"}: only the first are listed." };
        }

        await GoOnAsync(unit, run, pair, ct);
    }

    /// <summary>Ends a run whose sides do not answer.</summary>
    public async Task GiveUpAsync(IUnit unit, RunRow run, CancellationToken ct)
    {
        var silent = (await ReconciliationStore.ListsAsync(unit, run.Id, ct)).Where(list => list.State == ListStates.Asked).Select(list => $"{list.Entity} of the {list.Side} side");
        await end.FailAsync(unit, run, $"No answer came for: {string.Join(", ", silent)}. Is the connection paused, or its service down?", ct);
    }

    private async Task JudgeAsync(
        IUnit unit, RunRow run, ReconciliationSettings settings, EntityResult result, Dictionary<(string, string, string), FindingRow> known, CancellationToken ct)
    {
        var verdicts = new Verdicts(settings, run.PassAt);
        var judged = new List<FindingRow>();
        foreach (var difference in result.Found)
        {
            var before = known.GetValueOrDefault((result.Entity, difference.Key, difference.Cause));
            // What is new at a later look came after this run began: the next run's business.
            if (before is null && run.Pass > 1) continue;
            var explanation = before is { State: FindingStates.Open or FindingStates.Healing } ? null : await Explanations.OfAsync(unit, run.Pair, result.Entity, difference, ct);
            var canHeal = run.Heal == 1 && Healing.Can(result.Entity, difference.Cause, difference.StoreId);
            var state = before is null ? verdicts.OfNew(difference, explanation) : verdicts.OfSeenAgain(before, difference, explanation, canHeal);
            judged.Add(Row(run, result.Entity, difference, state) with { HealingAt = before?.HealingAt ?? 0, Words = explanation ?? difference.Words });
        }

        await MendAsync(unit, run, settings, judged, known, ct);
        var seen = judged.Select(finding => (finding.Entity, finding.Key, finding.Cause)).ToHashSet();
        foreach (var (key, before) in known.Where(entry => entry.Value.Entity == result.Entity && !seen.Contains(entry.Key)))
        {
            var state = Verdicts.OfGone(before);
            if (state != before.State) await ReconciliationStore.PutFindingAsync(unit, before with { State = state }, ct);
        }
    }

    private async Task MendAsync(
        IUnit unit, RunRow run, ReconciliationSettings settings, List<FindingRow> judged, Dictionary<(string, string, string), FindingRow> known, CancellationToken ct)
    {
        bool IsNew(FindingRow finding) => finding.State == FindingStates.Healing && known.GetValueOrDefault((finding.Entity, finding.Key, finding.Cause))?.State != FindingStates.Healing;
        var tooMany = judged.Where(IsNew).GroupBy(finding => finding.Cause).Where(kind => kind.Count() > settings.HealAtMost).Select(kind => kind.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in judged)
        {
            var stored = finding;
            if (IsNew(finding) && tooMany.Contains(finding.Cause)) stored = finding with { State = FindingStates.Open, Words = $"{finding.Words} So many are amiss that nothing is mended by itself." };
            else if (IsNew(finding)) stored = finding with { HealingAt = run.PassAt };
            await ReconciliationStore.PutFindingAsync(unit, stored, ct);
            if (stored.State == FindingStates.Healing && IsNew(finding)) await healing.AskAsync(unit, run, stored, ct);
        }
    }

    private async Task GoOnAsync(IUnit unit, RunRow run, PairDefinition pair, CancellationToken ct)
    {
        var findings = await ReconciliationStore.FindingsAsync(unit, run.Id, ct);
        run = run with { Explained = findings.Count(finding => finding.State == FindingStates.Explained) };
        var now = clock.UnixMs();
        // What goes on changing all the time is never judged; it is shown as being on its way.
        var patience = (long)(pair.Reconciliation.Grace * 4).TotalMilliseconds;
        var next = findings.Select(finding => finding.State switch
        {
            FindingStates.Seen => now + (long)ListTimes.SecondLook.TotalMilliseconds,
            FindingStates.Healing => now + (long)ListTimes.Recheck(run.Pass).TotalMilliseconds,
            FindingStates.InFlight when now - run.StartedAt < patience => Math.Max(now + 1000, finding.ChangedAt + (long)pair.Reconciliation.Grace.TotalMilliseconds + 1),
            _ => (long?)null,
        }).Min();
        // A side that stops answering must not keep a run for ever.
        var longest = (long)(pair.Reconciliation.HealWithin + (pair.Reconciliation.Grace * 4) + TimeSpan.FromHours(1)).TotalMilliseconds;
        if (next is { } at && now - run.StartedAt < longest) await ReconciliationStore.MoveAsync(unit, run with { State = RunStates.Waiting, NextAt = at }, ct);
        else await end.FinishAsync(unit, run, [.. findings.Select(finding => finding.State is FindingStates.Seen or FindingStates.Healing ? finding with { State = FindingStates.Open } : finding)], ct);
    }

    private static FindingRow Row(RunRow run, string entity, Discrepancy difference, string state) => new()
    {
        RunId = run.Id,
        Entity = entity,
        Key = difference.Key,
        Cause = difference.Cause,
        State = state,
        StoreId = difference.StoreId,
        ErpId = difference.ErpId,
        Number = difference.Number,
        StoreAmount = difference.StoreAmount,
        ErpAmount = difference.ErpAmount,
        Currency = difference.Currency,
        Words = difference.Words,
        ChangedAt = difference.ChangedAt,
    };
}
