using Integration.Console.Reconciliation.Comparing;
using Integration.Console.Reconciliation.Settlement;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Console.Reconciliation.Running;

/// <summary>Begins a look of a run: forgets what the look before listed and asks both sides for their lists, in one transaction.</summary>
internal sealed class PassStart(IOutbox outbox, TimeProvider clock)
{
    // Both sides put a record into a day by their own clocks and fields: the days beside it keep one from being missed over the edge.
    private const int Margin = 1;

    public async Task BeginAsync(IUnit unit, RunRow run, IReadOnlyList<string> entities, CancellationToken ct)
    {
        var pass = run.Pass + 1;
        // What a settlement file is compared with is read afresh too.
        var wanted = entities.Contains(SettlementKeys.Entity) ? entities.Union([Entities.Payment, Entities.Refund]) : entities;
        foreach (var entity in wanted)
        {
            if (entity == SettlementKeys.Entity)
            {
                await ReconciliationStore.KeepListAsync(unit, run.Id, entity, pass, ct);
                continue;
            }

            await RecordTable.ForgetAsync(unit, run.Id, entity, ct);
            foreach (var side in new[] { Sides.Store, Sides.Erp })
            {
                await ReconciliationStore.PutListAsync(unit, run.Id, new ListRow { Entity = entity, Side = side, Pass = pass, Part = 1, State = ListStates.Asked }, ct);
                await outbox.EnqueueAsync(unit, Queues.Lists(run.Pair, side), Question(run, entity, side, pass), ct);
            }
        }

        var now = clock.UnixMs();
        await ReconciliationStore.MoveAsync(unit, run with { State = RunStates.Listing, Pass = pass, PassAt = now, NextAt = now + (long)ListTimes.AnswerWithin.TotalMilliseconds }, ct);
    }

    public static ListRecords Question(RunRow run, string entity, string side, int pass) => new()
    {
        Run = run.Id,
        Pair = run.Pair,
        Side = side,
        Entity = entity,
        Pass = pass,
        Part = 1,
        FirstDay = EntityRule.Of(entity)!.ByDay ? run.First.AddDays(-Margin) : null,
        LastDay = EntityRule.Of(entity)!.ByDay ? run.Last.AddDays(Margin) : null,
        Salt = run.Salt,
    };
}
