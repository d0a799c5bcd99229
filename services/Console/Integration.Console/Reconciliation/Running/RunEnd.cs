using Integration.Console.Alerts;
using Integration.Console.Attention;
using Integration.Console.Reconciliation.Comparing;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Database;

namespace Integration.Console.Reconciliation.Running;

/// <summary>Ends runs: what remains goes to the attention list, what is well again leaves it, and what the sides listed is forgotten.</summary>
internal sealed class RunEnd(IDatabase database, AlertOutbox alerts, TimeProvider clock)
{
    /// <summary>The lane of the attention entries.</summary>
    public const string Lane = "reconciliation";

    /// <summary>The entities that both sides listed in the present look.</summary>
    public async Task<IReadOnlyList<string>> ListedAsync(RunRow run, CancellationToken ct) =>
        [.. (await database.ReadAsync((unit, token) => ReconciliationStore.ListsAsync(unit, run.Id, token), ct))
            .Where(list => list.Pass == run.Pass).GroupBy(list => list.Entity).Where(sides => sides.All(list => list.State == ListStates.Done)).Select(sides => sides.Key)];

    /// <summary>Ends a run that is through.</summary>
    public async Task FinishAsync(IUnit unit, RunRow run, IReadOnlyList<FindingRow> findings, CancellationToken ct)
    {
        foreach (var finding in findings.Where(finding => finding.State == FindingStates.Open))
        {
            await ReconciliationStore.PutFindingAsync(unit, finding, ct);
            await RaiseAsync(unit, run, finding, ct);
        }

        await ClearAsync(unit, run, findings, ct);
        await StopAsync(unit, run, RunStates.Done, run.Note, clock.UnixMs(), ct);
    }

    /// <summary>Ends a run that cannot go on, and tells a person.</summary>
    public async Task FailAsync(IUnit unit, RunRow run, string why, CancellationToken ct)
    {
        await TellAsync(unit, new AttentionRaised
        {
            Pair = run.Pair, Lane = Lane, Entity = Lane, RecordId = run.Pair, Number = run.Pair, Class = AttentionClasses.ReconciliationStopped,
            Reasons = [new Reason("", why)], Advice = "Mend the cause, then reconcile again.", At = clock.GetUtcNow(),
        }, ct);
        await StopAsync(unit, run, RunStates.Failed, why, clock.UnixMs(), ct);
    }

    /// <summary>Ends a run; its salt and what the sides listed are forgotten.</summary>
    public static async Task StopAsync(IUnit unit, RunRow run, string state, string note, long now, CancellationToken ct)
    {
        await RecordTable.ForgetAsync(unit, run.Id, null, ct);
        await ReconciliationStore.MoveAsync(unit, run with { State = state, Note = note, Salt = "", FinishedAt = now }, ct);
    }

    /// <summary>The id under which a finding's record is known here. A customer's key is a hash that means nothing after its run.</summary>
    private static string RecordOf(FindingRow finding) => finding.Entity is Entities.Order or Entities.Customer && finding.StoreId.Length > 0 ? finding.StoreId : finding.Key;

    private Task RaiseAsync(IUnit unit, RunRow run, FindingRow finding, CancellationToken ct) => TellAsync(unit, new AttentionRaised
    {
        Pair = run.Pair, Lane = Lane, Entity = finding.Entity, RecordId = RecordOf(finding), Number = finding.Number.Length > 0 ? finding.Number : finding.Key,
        Class = finding.Cause, Reasons = [new Reason("", finding.Words)], Advice = Advice.Of(finding), At = clock.GetUtcNow(),
    }, ct);

    private async Task TellAsync(IUnit unit, AttentionRaised raised, CancellationToken ct)
    {
        if (await AttentionStore.RaiseAsync(unit, raised, ct)) await alerts.AttentionAsync(unit, raised, ct);
    }

    // What an earlier run raised and this one found well. A record of another day was not looked at and stays.
    private async Task ClearAsync(IUnit unit, RunRow run, IReadOnlyList<FindingRow> findings, CancellationToken ct)
    {
        var open = findings.Where(finding => finding.State is FindingStates.Open or FindingStates.InFlight).Select(finding => (finding.Entity, RecordOf(finding), finding.Cause)).ToHashSet();
        var entries = await unit.ListAsync<AttentionRow>(
            """
            select a.entity as "Entity", a.record_id as "RecordId", a.class as "Class" from console_attention a
            where a.pair = @pair and a.lane = @lane and a.state = 'open' and (a.class = @stopped or exists (
              select 1 from console_reconciliation_record r where r.run_id = @run and r.entity = a.entity and (r.key = a.record_id or r.id = a.record_id)))
            """,
            new { pair = run.Pair, lane = Lane, run = run.Id, stopped = AttentionClasses.ReconciliationStopped }, ct);
        foreach (var entry in entries.Where(entry => !open.Contains((entry.Entity, entry.RecordId, entry.Class))))
        {
            await AttentionStore.ClearAsync(unit, new AttentionCleared(run.Pair, entry.Entity, entry.RecordId, entry.Class, "A later reconciliation found both sides equal.", clock.GetUtcNow()), ct);
        }
    }
}
