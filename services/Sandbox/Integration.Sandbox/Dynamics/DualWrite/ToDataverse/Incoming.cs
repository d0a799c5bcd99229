using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.DualWrite.Queue;
using FinanceBooks = Integration.Sandbox.Dynamics.Finance.Records.Books;
using FinanceChange = Integration.Sandbox.Dynamics.Finance.Records.Committed;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Takes the changes of Finance and Operations after their commit; they wait, and are copied as they stand then.</summary>
internal sealed class Incoming(LinkState state, Books records, FinanceBooks rows, DataverseSettings settings)
{
    /// <summary>Remembers what was committed, in the order in which the rows need each other.</summary>
    public void Changed(IReadOnlyList<FinanceChange> committed)
    {
        var changes = committed.Select(change => change.Any).Where(row => state.Companies.Contains(row.Company, StringComparer.OrdinalIgnoreCase))
            .Select(row => (Row: row, Map: DataverseCopy.MapOf(row))).Where(change => change.Map is not null).OrderBy(change => change.Map!.Place);
        foreach (var (row, map) in changes)
        {
            if (state.Maps.StatusOf(map!) != MapStatus.NotRunning && !state.Queue.IsLost(map!, Direction.ToDataverse))
            {
                state.Queue.Add(new Change(map!, state.Due, null, row));
            }
        }
    }

    /// <summary>Copies changes that waited, in one transaction; what cannot be copied is listed.</summary>
    public Task CopyAsync(IReadOnlyList<Change> changes) => records.RunAsync(
        transaction =>
        {
            (transaction.User, transaction.IsCopied) = (LinkSetup.User, true);
            var copy = new DataverseCopy(transaction, settings);
            foreach (var change in changes)
            {
                Copy(copy, change);
            }

            return true;
        },
        CancellationToken.None);

    private void Copy(DataverseCopy copy, Change change)
    {
        var seen = change.Row!;
        try
        {
            if (rows.Of(seen.Table, seen.Company).Find(seen.RecId) is { } row)
            {
                copy.Put(row);
            }
            else
            {
                copy.Delete(seen);
            }
        }
        catch (Exception fault) when (fault is CopyFault or DataverseFault)
        {
            state.Fail(change, $"Unable to write data to entity {change.Map.Set}. {fault.Message}.");
        }
    }
}
