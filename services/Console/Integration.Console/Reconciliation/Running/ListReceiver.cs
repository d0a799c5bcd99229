using Integration.Console.Reconciliation.Comparing;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Routing;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Console.Reconciliation.Running;

/// <summary>Takes what the sides list, part by part, and asks for the next part in the same transaction: after a crash it goes on where it stopped.</summary>
internal sealed class ListReceiver(IDatabase database, IInbox inbox, IOutbox outbox, RunSignal signal, TimeProvider clock) : IConsumer<RecordsListed>
{
    public Task Consume(ConsumeContext<RecordsListed> context) => database.TransactAsync(
        async (unit, ct) =>
        {
            if (await inbox.TakeAsync(unit, Receipt.From(context), ct)) await TakeAsync(unit, context.Message, ct);
        },
        context.CancellationToken);

    private async Task TakeAsync(IUnit unit, RecordsListed listed, CancellationToken ct)
    {
        // Locked first: two lists that end at the same time must not both think that the other still goes on.
        if (await ReconciliationStore.LockAsync(unit, listed.Run, ct) is not { State: RunStates.Listing } run || run.Pass != listed.Pass) return;
        var lists = await ReconciliationStore.ListsAsync(unit, run.Id, ct);
        if (lists.FirstOrDefault(list => list.Entity == listed.Entity && list.Side == listed.Side) is not { State: ListStates.Asked } list || list.Part != listed.Part) return;
        await RecordTable.AddAsync(unit, listed, ct);
        var after = list with { Count = list.Count + listed.Records.Count, Part = list.Part + 1, State = StateOf(listed), Note = listed.Problem };
        await ReconciliationStore.PutListAsync(unit, run.Id, after, ct);
        if (after.State == ListStates.Asked)
        {
            var next = PassStart.Question(run, listed.Entity, listed.Side, run.Pass) with { Part = after.Part, Cursor = listed.Next };
            await outbox.EnqueueAsync(unit, Queues.Lists(run.Pair, listed.Side), next, ct);
        }

        var now = clock.UnixMs();
        var over = after.State != ListStates.Asked && lists.Where(other => other != list && other.Pass == run.Pass).All(other => other.State != ListStates.Asked);
        if (over) unit.AfterCommit(signal.Moved);
        await ReconciliationStore.MoveAsync(unit,
            run with { State = over ? RunStates.Comparing : run.State, NextAt = over ? now : now + (long)ListTimes.AnswerWithin.TotalMilliseconds }, ct);
    }

    private static string StateOf(RecordsListed listed) =>
        !listed.Supported ? ListStates.None : listed.Problem.Length > 0 ? ListStates.Failed : listed.Next is null ? ListStates.Done : ListStates.Asked;
}
