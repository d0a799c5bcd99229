using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.DualWrite.Queue;
using Integration.Sandbox.Dynamics.DualWrite.ToDataverse;
using Integration.Sandbox.Dynamics.DualWrite.ToFinance;
using Integration.Sandbox.Dynamics.Finance;
using Integration.Sandbox.Dynamics.Finance.Calls;
using Integration.Sandbox.Dynamics.Finance.Forms;
using FinanceBooks = Integration.Sandbox.Dynamics.Finance.Records.Books;
using RecordBooks = Integration.Sandbox.Dynamics.Dataverse.Records.Books;

namespace Integration.Sandbox.Dynamics.DualWrite;

/// <summary>The copying between two sets of books, as long as it lives. What was copied is not copied back: a copy changes only what is different, and those of Dataverse are marked.</summary>
internal sealed class Link : IAsyncDisposable
{
    private readonly RecordBooks _records;
    private readonly FinanceBooks _rows;
    private readonly Outgoing _outgoing;
    private readonly Incoming _incoming;
    private readonly Pump _pump;

    private Link(LinkState state, DataverseStandIn dataverse, FinanceStandIn finance)
    {
        State = state;
        (_records, _rows) = (dataverse.Books, finance.Books);
        _outgoing = new Outgoing(state, _records, _rows, new Writes(new FormBook(), finance.Settings));
        _incoming = new Incoming(state, _records, _rows, dataverse.Settings);
        _records.Committing = _outgoing.CommittingAsync;
        _rows.Changed += _incoming.Changed;
        _pump = new Pump(state.Queue, most => state.Queue.Take(map => state.Maps.StatusOf(map) == MapStatus.Running, most), CopyAsync);
    }

    public LinkState State { get; }

    /// <summary>Links the two, if they are not yet, and begins to copy.</summary>
    public static async Task<Link> StartAsync(DualWriteOptions options, FinanceStandIn finance, DataverseStandIn dataverse, CancellationToken cancellationToken)
    {
        await LinkSetup.RunAsync(dataverse, finance.Books, options.Companies, cancellationToken);
        return new Link(new LinkState(new MapBook(dataverse.Books), options), dataverse, finance);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _rows.Changed -= _incoming.Changed;
        _records.Committing = null;
        await _pump.DisposeAsync();
    }

    private async Task CopyAsync(IReadOnlyList<Change> changes)
    {
        if (changes[0].Direction == Direction.ToDataverse)
        {
            await _incoming.CopyAsync(changes);
            return;
        }

        foreach (var change in changes)
        {
            await _outgoing.CopyAsync(change);
        }
    }
}
