using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.DualWrite.Queue;
using Integration.Sandbox.Dynamics.Finance;
using Integration.Sandbox.Dynamics.Finance.Calls;
using FinanceBooks = Integration.Sandbox.Dynamics.Finance.Records.Books;

namespace Integration.Sandbox.Dynamics.DualWrite.ToFinance;

/// <summary>
/// Takes the changes of Dataverse at the end of their transaction. Those of maps that run without a lag are carried through there, and a refusal is the refusal of the
/// whole write; the others wait.
/// </summary>
internal sealed class Outgoing(LinkState state, Books records, FinanceBooks rows, Writes writes)
{
    // What the transaction that has the turn carries over from the queue.
    private Change? _carried;

    /// <summary>Inside the turn of Dataverse: whatever is thrown here is the answer of the write.</summary>
    public async Task CommittingAsync(Transaction transaction)
    {
        if (_carried is { Record: { } waited })
        {
            _carried = null;
            await SaveAsync(transaction, [transaction.Find(waited.Table.Name, waited.Id) is { } now ? new Committed(now, now) : new Committed(waited, null)], isLate: true);
        }
        else if (!transaction.IsCopied && Taken(transaction) is { Count: > 0 } changes)
        {
            try
            {
                await SaveAsync(transaction, changes, isLate: false);
            }
            catch (FinanceFault fault)
            {
                throw DataverseFault.BadRequest(ErrorCode.IsvAborted, Told(MapOf(changes[0].Record)!, fault));
            }
        }
    }

    /// <summary>Copies a change that waited, as it stands now.</summary>
    public async Task CopyAsync(Change change)
    {
        try
        {
            await records.RunAsync(
                transaction =>
                {
                    (transaction.User, transaction.IsCopied, _carried) = (LinkSetup.User, true, change);
                    return true;
                },
                CancellationToken.None);
        }
        catch (FinanceFault fault)
        {
            state.Fail(change, Told(change.Map, fault));
        }
    }

    private static TableMap? MapOf(Record record) => TableMap.Find(record.Table.Name) is { IsTwoWay: true } map ? map : null;

    private static string Told(TableMap map, FinanceFault fault) => $"Unable to write data to entity {map.Entity}. {fault.Message}";

    // What goes through at once; the rest waits, or is lost.
    private List<Committed> Taken(Transaction transaction)
    {
        List<Committed> taken = [];
        HashSet<Guid> lost = [];
        foreach (var change in transaction.Staged.Where(change => !change.IsQuiet))
        {
            var record = change.Record;
            var map = MapOf(record);
            var status = map is null || Company.Of(transaction, record) is null ? MapStatus.NotRunning : state.Maps.StatusOf(map);
            if (map is null || status == MapStatus.NotRunning)
            {
                continue;
            }

            // The lines of a lost header would be refused without it.
            if (state.Queue.IsLost(map, Direction.ToFinance) || (record.Link("salesorderid") is { } order && lost.Contains(order.Id)))
            {
                lost.Add(record.Id);
            }
            else if (status == MapStatus.Paused || state.Lag > TimeSpan.Zero)
            {
                state.Queue.Add(new Change(map, state.Due, record, null));
            }
            else
            {
                taken.Add(change);
            }
        }

        return taken;
    }

    private Task<bool> SaveAsync(Transaction transaction, IReadOnlyList<Committed> changes, bool isLate) => rows.SaveAsync(
        save =>
        {
            var copy = new FinanceCopy(writes, save, transaction, map => state.Maps.StatusOf(map) == MapStatus.Running);
            foreach (var change in changes.Where(change => change.After is not null).OrderBy(change => MapOf(change.Record)!.Place))
            {
                copy.Put(isLate ? null : change.Before, change.After!);
            }

            foreach (var change in changes.Where(change => change.After is null).OrderByDescending(change => MapOf(change.Record)!.Place))
            {
                copy.Delete(change.Before!);
            }

            return true;
        },
        CancellationToken.None);
}
