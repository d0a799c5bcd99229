using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.DualWrite.Queue;
using Integration.Sandbox.Dynamics.DualWrite.ToDataverse;
using Integration.Sandbox.Dynamics.DualWrite.ToFinance;
using Integration.Sandbox.Dynamics.Finance;
using Integration.Sandbox.Dynamics.Finance.Calls;
using Integration.Sandbox.Dynamics.Finance.Forms;
using FinanceBooks = Integration.Sandbox.Dynamics.Finance.Records.Books;
using FinanceChange = Integration.Sandbox.Dynamics.Finance.Records.Committed;
using RecordBooks = Integration.Sandbox.Dynamics.Dataverse.Records.Books;
using RecordChange = Integration.Sandbox.Dynamics.Dataverse.Records.Committed;

namespace Integration.Sandbox.Dynamics.DualWrite;

/// <summary>
/// The copying. While a map runs without a lag, a change of Dataverse is carried through inside its transaction, and a refusal there is the refusal of the whole write;
/// every other change waits in a queue. What was copied is not copied back: a copy changes only what is different, and copies into Dataverse are marked.
/// </summary>
internal sealed class Link : IAsyncDisposable
{
    private readonly RecordBooks _records;
    private readonly FinanceBooks _rows;
    private readonly DataverseSettings _dataverse;
    private readonly DualWriteSettings _settings;
    private readonly TimeProvider _time;
    private readonly Writes _writes;
    private readonly Pump _pump;
    private readonly Lock _gate = new();
    private readonly List<Failure> _failures = [];
    // What the transaction that has the turn carries over from the queue.
    private Change? _carried;

    private Link(DualWriteOptions options, FinanceStandIn finance, DataverseStandIn dataverse)
    {
        (_records, _rows, _dataverse, _settings, _time) = (dataverse.Books, finance.Books, dataverse.Settings, options.Settings, options.Time);
        _writes = new Writes(new FormBook(), finance.Settings);
        Companies = options.Companies;
        Maps = new MapBook(_records);
        Queue = new ChangeQueue(_time);
        _records.Committing = CommittingAsync;
        _rows.Changed += Changed;
        _pump = new Pump(Queue, most => Queue.Take(map => Maps.StatusOf(map) == MapStatus.Running, most), CopyAsync);
    }

    public IReadOnlyList<string> Companies { get; }

    public MapBook Maps { get; }

    public ChangeQueue Queue { get; }

    public IReadOnlyList<Failure> Failures
    {
        get
        {
            lock (_gate)
            {
                return [.. _failures];
            }
        }
    }

    public static async Task<Link> StartAsync(DualWriteOptions options, FinanceStandIn finance, DataverseStandIn dataverse, CancellationToken cancellationToken)
    {
        await LinkSetup.RunAsync(dataverse, finance.Books, options.Companies, cancellationToken);
        return new Link(options, finance, dataverse);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _rows.Changed -= Changed;
        _records.Committing = null;
        await _pump.DisposeAsync();
    }

    // Inside the turn of Dataverse: whatever is thrown here is the answer of the write.
    private async Task CommittingAsync(Transaction transaction)
    {
        if (_carried is { Record: { } waited })
        {
            _carried = null;
            await CarryAsync(transaction, [transaction.Find(waited.Table.Name, waited.Id) is { } now ? new RecordChange(now, now) : new RecordChange(waited, null)], isLate: true);
        }
        else if (!transaction.IsCopied && Taken(transaction) is { Count: > 0 } changes)
        {
            try
            {
                await CarryAsync(transaction, changes, isLate: false);
            }
            catch (FinanceFault fault)
            {
                throw DataverseFault.BadRequest(ErrorCode.IsvAborted, Told(changes[0].Record.Table.Name, fault));
            }
        }
    }

    // What goes through at once; the rest waits, or is lost.
    private List<RecordChange> Taken(Transaction transaction)
    {
        List<RecordChange> taken = [];
        HashSet<Guid> lost = [];
        foreach (var change in transaction.Staged.Where(change => !change.IsQuiet).ToList())
        {
            var record = change.Record;
            if (TableMap.Find(record.Table.Name) is not { IsTwoWay: true } map || Company.Of(transaction, record) is null)
            {
                continue;
            }

            var status = Maps.StatusOf(map);
            if (status == MapStatus.NotRunning)
            {
                continue;
            }

            // The lines of a lost header would be refused without it.
            if (Queue.IsLost(map, Direction.ToFinance) || (record.Link("salesorderid") is { } order && lost.Contains(order.Id)))
            {
                lost.Add(record.Id);
            }
            else if (status == MapStatus.Paused || _settings.Lag > TimeSpan.Zero)
            {
                Queue.Add(new Change(map, _time.GetUtcNow() + _settings.Lag, record, null));
            }
            else
            {
                taken.Add(change);
            }
        }

        return taken;
    }

    private Task<bool> CarryAsync(Transaction transaction, IReadOnlyList<RecordChange> changes, bool isLate) => _rows.SaveAsync(
        save =>
        {
            var copy = new FinanceCopy(_writes, save, transaction, map => Maps.StatusOf(map) == MapStatus.Running);
            foreach (var change in changes.Where(change => change.After is not null).OrderBy(change => TableMap.Find(change.Record.Table.Name)!.Place))
            {
                copy.Put(isLate ? null : change.Before, change.After!);
            }

            foreach (var change in changes.Where(change => change.After is null).OrderByDescending(change => TableMap.Find(change.Record.Table.Name)!.Place))
            {
                copy.Delete(change.Before!);
            }

            return true;
        },
        CancellationToken.None);

    private void Changed(IReadOnlyList<FinanceChange> committed)
    {
        var changes = committed.Select(change => change.Any).Where(row => Companies.Contains(row.Company, StringComparer.OrdinalIgnoreCase))
            .Select(row => (Row: row, Map: DataverseCopy.MapOf(row))).Where(change => change.Map is not null).OrderBy(change => change.Map!.Place);
        foreach (var (row, map) in changes)
        {
            if (Maps.StatusOf(map!) != MapStatus.NotRunning && !Queue.IsLost(map!, Direction.ToDataverse))
            {
                Queue.Add(new Change(map!, _time.GetUtcNow() + _settings.Lag, null, row));
            }
        }
    }

    private async Task CopyAsync(IReadOnlyList<Change> changes)
    {
        if (changes[0].Direction == Direction.ToDataverse)
        {
            await RunAsync(transaction => ToDataverse(transaction, changes));
            return;
        }

        foreach (var change in changes)
        {
            try
            {
                await RunAsync(_ => _carried = change);
            }
            catch (FinanceFault fault)
            {
                Fail(change, Told(change.Map.Table, fault));
            }
        }
    }

    private void ToDataverse(Transaction transaction, IReadOnlyList<Change> changes)
    {
        var copy = new DataverseCopy(transaction, _dataverse);
        foreach (var change in changes)
        {
            try
            {
                if (_rows.Of(change.Row!.Table, change.Row.Company).Find(change.Row.RecId) is { } row)
                {
                    copy.Put(row);
                }
                else
                {
                    copy.Delete(change.Row);
                }
            }
            catch (Exception fault) when (fault is CopyFault or DataverseFault)
            {
                Fail(change, $"Unable to write data to entity {change.Map.Set}. {fault.Message}.");
            }
        }
    }

    private Task RunAsync(Action<Transaction> work) => _records.RunAsync(
        transaction =>
        {
            (transaction.User, transaction.IsCopied) = (LinkSetup.User, true);
            work(transaction);
            return true;
        },
        CancellationToken.None);

    private void Fail(Change change, string reason)
    {
        lock (_gate)
        {
            _failures.Add(new Failure(change, reason, _time.GetUtcNow()));
        }
    }

    private static string Told(string table, FinanceFault fault) => $"Unable to write data to entity {TableMap.Find(table)!.Entity}. {fault.Message}";
}
